"use client";

import type { FieldValues } from "react-hook-form";
import { Input } from "@/components/ui/input";
import { FieldShell } from "./field-shell";
import { type FieldProps, useField } from "./use-field";

export interface NumberFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  /** What is counted, shown behind the number: "days". */
  unit: string;
  placeholder?: string;
}

/** A whole number; the form holds a number, or `null` when empty. */
export function NumberField<Values extends FieldValues, Output>(props: NumberFieldProps<Values, Output>) {
  const { field, error, id, controlProps } = useField(props);
  return (
    <FieldShell {...props} id={id} error={error}>
      <div className="flex items-center gap-2">
        <Input
          {...controlProps}
          ref={field.ref}
          name={field.name}
          onBlur={field.onBlur}
          value={textOf(field.value)}
          onChange={(event) => field.onChange(numberOf(event.target.value))}
          inputMode="numeric"
          autoComplete="off"
          placeholder={props.placeholder}
          className="w-28 tabular-nums"
        />
        <span className="text-muted-foreground">{props.unit}</span>
      </div>
    </FieldShell>
  );
}

/** `null` for an empty text, the text itself where it is no whole number: the schema refuses that. */
function numberOf(text: string): number | string | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : text;
}

function textOf(value: unknown): string {
  return typeof value === "number" || typeof value === "string" ? String(value) : "";
}
