"use client";

import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { Input } from "@/components/ui/input";
import { fromLocalInput, toLocalInput } from "./date-time";
import { FieldShell } from "./field-shell";
import { type FieldProps, useField } from "./use-field";

export interface DateTimeFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  /** The person's zone, whose clock the field shows. */
  timeZone: string;
}

/** A date and time; the form holds the moment in UTC (ISO 8601), or `null` when empty. */
export function DateTimeField<Values extends FieldValues, Output>(props: DateTimeFieldProps<Values, Output>) {
  const t = useTranslations("client.form");
  const { timeZone, description = t("timeZone", { timeZone }) } = props;
  const { field, error, id, controlProps } = useField({ ...props, description });
  return (
    <FieldShell {...props} description={description} id={id} error={error}>
      <Input
        {...controlProps}
        type="datetime-local"
        ref={field.ref}
        name={field.name}
        onBlur={field.onBlur}
        value={field.value ? toLocalInput(field.value, timeZone) : ""}
        onChange={(event) => field.onChange(fromLocalInput(event.target.value, timeZone))}
      />
    </FieldShell>
  );
}
