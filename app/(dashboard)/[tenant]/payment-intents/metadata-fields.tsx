"use client";

import { useId, useState } from "react";
import type { BulkFieldsProps } from "@/components/data-table/bulk-action";
import { textToValue } from "@/components/form/metadata-rows";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { RadioGroup } from "@/components/ui/radio-group";

const MODES = [
  { value: "set", label: "Set a key" },
  { value: "remove", label: "Remove a key" },
];

/** Which key of many payments' metadata is set to what, or removed. */
export function MetadataFields({ onChange }: BulkFieldsProps) {
  const id = useId();
  const [mode, setMode] = useState("set");
  const [key, setKey] = useState("");
  const [text, setText] = useState("");

  function change(next: { mode: string; key: string; text: string }) {
    setMode(next.mode);
    setKey(next.key);
    setText(next.text);
    const name = next.key.trim();
    const isComplete = name !== "" && (next.mode === "remove" || next.text.trim() !== "");
    const values = next.mode === "set" ? { set: { [name]: textToValue(next.text) } } : { remove: [name] };
    onChange(isComplete ? values : null);
  }

  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        aria-label="What to do"
        options={MODES}
        value={mode}
        onValueChange={(next) => change({ mode: next, key, text })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}-key`}>Key</Label>
          <Input
            id={`${id}-key`}
            value={key}
            maxLength={64}
            autoComplete="off"
            onChange={(event) => change({ mode, key: event.target.value, text })}
          />
        </div>
        {mode === "set" && (
          <div className="flex flex-col gap-1.5">
            <Label htmlFor={`${id}-value`}>Value</Label>
            <Input
              id={`${id}-value`}
              value={text}
              autoComplete="off"
              onChange={(event) => change({ mode, key, text: event.target.value })}
            />
          </div>
        )}
      </div>
    </div>
  );
}
