"use client";

import { useId } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { firstMessage } from "./issues";

/** What every field component takes. */
export interface FieldProps<Input extends FieldValues, Output> {
  control: Control<Input, unknown, Output>;
  name: FieldPath<Input>;
  label: string;
  description?: string;
  /** Marks the label; whether it may be empty is the schema's decision. */
  optional?: boolean;
  disabled?: boolean;
}

/**
 * One field of a form with the ids that tie label, description and error to its control. `ownProblem` is the
 * component's own objection (a number that does not parse), shown rather than the schema's about the same.
 */
export function useField<Input extends FieldValues, Output>(
  props: FieldProps<Input, Output>,
  ownProblem?: string | null,
) {
  const { field, fieldState, formState } = useController({ control: props.control, name: props.name });
  const id = useId();
  const shown = fieldState.invalid || formState.isSubmitted;
  const error = (shown && ownProblem) || firstMessage(fieldState.error);
  const describedBy = [props.description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    field,
    error,
    id,
    controlProps: {
      id,
      disabled: props.disabled,
      "aria-describedby": describedBy || undefined,
      "aria-invalid": error ? true : undefined,
    },
  };
}
