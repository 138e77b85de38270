"use client";

import type { HTMLInputAutoCompleteAttribute } from "react";
import type { FieldValues } from "react-hook-form";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { FieldShell } from "./field-shell";
import { type FieldProps, useField } from "./use-field";

export interface TextFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  type?: "text" | "email" | "password" | "tel" | "url" | "search";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  placeholder?: string;
  /** Such as `font-mono` for codes. */
  className?: string;
}

/** A single-line text. */
export function TextField<Values extends FieldValues, Output>(props: TextFieldProps<Values, Output>) {
  const { field, error, id, controlProps } = useField(props);
  return (
    <FieldShell {...props} id={id} error={error}>
      <Input
        {...field}
        {...controlProps}
        value={field.value ?? ""}
        type={props.type ?? "text"}
        autoComplete={props.autoComplete ?? "off"}
        placeholder={props.placeholder}
        className={props.className}
      />
    </FieldShell>
  );
}

export interface TextareaFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  rows?: number;
  placeholder?: string;
}

/** A text of several lines. */
export function TextareaField<Values extends FieldValues, Output>(props: TextareaFieldProps<Values, Output>) {
  const { field, error, id, controlProps } = useField(props);
  return (
    <FieldShell {...props} id={id} error={error}>
      <Textarea
        {...field}
        {...controlProps}
        value={field.value ?? ""}
        rows={props.rows ?? 3}
        placeholder={props.placeholder}
      />
    </FieldShell>
  );
}
