"use client";

import { type ReactNode, useId } from "react";
import { FieldShell } from "@/components/form/field-shell";
import { Combobox } from "@/components/ui/combobox";
import type { Option } from "@/components/ui/option";

export interface OriginFieldProps {
  label: string;
  hint?: string;
  optional?: boolean;
  options: readonly Option[];
  value: string;
  onChange: (value: string | null) => void;
  error?: string;
  /** What the choice asks besides, in the same row. */
  children?: ReactNode;
}

/** The choice of where a value comes from, with room for what belongs to the choice. */
export function OriginField({ label, hint, optional, options, value, onChange, error, children }: OriginFieldProps) {
  const id = useId();
  return (
    <FieldShell id={id} label={label} optional={optional} description={hint} error={error}>
      <div className="flex flex-wrap gap-2">
        <Combobox
          id={id}
          className="min-w-40 flex-1"
          options={options}
          value={value}
          onValueChange={onChange}
          clearable={false}
          aria-describedby={`${id}-description ${id}-error`}
          aria-invalid={error !== undefined}
        />
        {children}
      </div>
    </FieldShell>
  );
}

/** The columns of a file, as choices of an `OriginField`; one without a name can not be meant. */
export function columnOptions(header: readonly string[], prefix = ""): Option[] {
  return header.filter((name) => name !== "").map((name) => ({ value: `${prefix}${name}`, label: name }));
}
