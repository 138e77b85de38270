"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { BulkFieldsProps } from "@/components/data-table/bulk-action";
import { textToValue } from "@/components/form/metadata-rows";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { RadioGroup } from "@/components/ui/radio-group";

const MODES = ["set", "remove"] as const;

/** Which key of many payments' metadata is set to what, or removed. */
export function MetadataFields({ onChange }: BulkFieldsProps) {
  const t = useTranslations("client.payments.bulkMetadata");
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
        aria-label={t("what")}
        options={MODES.map((option) => ({ value: option, label: t(option) }))}
        value={mode}
        onValueChange={(next) => change({ mode: next, key, text })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}-key`}>{t("key")}</Label>
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
            <Label htmlFor={`${id}-value`}>{t("value")}</Label>
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
