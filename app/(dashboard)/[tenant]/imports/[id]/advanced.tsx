"use client";

import { useId } from "react";
import { FieldShell } from "@/components/form/field-shell";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { FieldsProps } from "./payment-fields";

const DELIMITERS = [
  { value: ",", label: "Comma" },
  { value: ";", label: "Semicolon" },
  { value: "\t", label: "Tab" },
  { value: "|", label: "Vertical bar" },
];
const MARKS = [
  { value: ".", label: "Point: 12.50" },
  { value: ",", label: "Comma: 12,50" },
];

/** How the file is written, and under which name its lines are known again. */
export function Advanced({ draft, setDraft, problemOf }: Omit<FieldsProps, "header">) {
  const id = useId();
  return (
    <details>
      <summary className="cursor-pointer text-muted-foreground text-sm">How the file is written</summary>
      <div className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-4">
        <FieldShell id={`${id}-delimiter`} label="Between columns" error={problemOf("delimiter")}>
          <Select
            id={`${id}-delimiter`}
            options={DELIMITERS}
            value={draft.delimiter ?? ","}
            onValueChange={(delimiter) => delimiter && setDraft({ ...draft, delimiter })}
          />
        </FieldShell>
        <FieldShell id={`${id}-mark`} label="Decimals behind" error={problemOf("decimal_mark")}>
          <Select
            id={`${id}-mark`}
            options={MARKS}
            value={draft.decimal_mark ?? "."}
            onValueChange={(mark) => mark && setDraft({ ...draft, decimal_mark: mark })}
          />
        </FieldShell>
        <FieldShell
          id={`${id}-nulls`}
          label="Words for no value"
          description="Divided by commas; empty cells count anyway"
          error={problemOf("null_markers")}
        >
          <Input
            id={`${id}-nulls`}
            value={(draft.null_markers ?? []).filter((word) => word !== "").join(", ")}
            onChange={(event) =>
              setDraft({
                ...draft,
                null_markers: ["", ...event.target.value.split(",").flatMap((word) => word.trim() || [])],
              })
            }
          />
        </FieldShell>
        <FieldShell
          id={`${id}-source`}
          label="Source"
          description="A line that was imported under this name before is skipped"
          error={problemOf("source")}
        >
          <Input
            id={`${id}-source`}
            value={draft.source}
            onChange={(event) => setDraft({ ...draft, source: event.target.value })}
          />
        </FieldShell>
      </div>
    </details>
  );
}
