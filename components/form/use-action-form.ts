"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import {
  type Control,
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
  useForm,
} from "react-hook-form";
import type { ZodType } from "zod";
import type { ActionResult } from "@/lib/http/action-result";
import { newIdempotencyKey } from "./idempotency-key";
import { mapIssues } from "./issues";

export interface FormProblem {
  message: string;
  /** Problems that belong to no field of the form. */
  details: string[];
  /** Absent when the server was never reached. */
  requestId?: string;
}

/** A value for every field; `null` where the person has to give one yet. */
export type FormDefaults<Input> = { [Name in keyof Input]-?: Input[Name] | null };

export interface ActionFormOptions<Input extends FieldValues, Output, Data> {
  /** The schema the action parses with. It must accept its own output, since that is what is sent. */
  schema: ZodType<Output, Input>;
  defaultValues: FormDefaults<Input>;
  /** The second argument is for actions made by `tenantActionOnce`: the same until an attempt has succeeded. */
  action: (values: Output, idempotencyKey: string) => Promise<ActionResult<Data>>;
  onSuccess?: (data: Data) => void;
}

export interface ActionForm<Input extends FieldValues, Output> {
  /** For the field components: `<TextField control={form.control} name="…" />`. */
  control: Control<Input, unknown, Output>;
  /** React Hook Form itself, for `watch`, `setValue` and the like. */
  methods: UseFormReturn<Input, unknown, Output>;
  submit: (event?: FormEvent) => void;
  isSubmitting: boolean;
  /** Why the last attempt failed as a whole; `null` if it did not. */
  problem: FormProblem | null;
}

/**
 * A form over a server action: checks with the action's own schema, sends the parsed values once, puts the answer's
 * issues to their fields, focuses the first wrong one, and keeps what was typed.
 */
export function useActionForm<Input extends FieldValues, Output, Data>(
  options: ActionFormOptions<Input, Output, Data>,
): ActionForm<Input, Output> {
  const { schema, defaultValues, action, onSuccess } = options;
  const t = useTranslations("client.form");
  const methods = useForm<Input, unknown, Output>({
    resolver: zodResolver(schema),
    // A field that is `null` has no value of its type yet; the schema refuses it until it has.
    defaultValues: defaultValues as unknown as DefaultValues<Input>,
  });
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const isRunning = useRef(false);
  const idempotencyKey = useRef<string | null>(null);

  async function send(values: Output) {
    idempotencyKey.current ??= newIdempotencyKey();
    const result = await action(values, idempotencyKey.current);
    if (result.ok) {
      idempotencyKey.current = null;
      onSuccess?.(result.data);
      return;
    }
    const { message, requestId, issues = [] } = result.error;
    if (issues.some(({ type }) => type === "idempotency_key_reused")) {
      idempotencyKey.current = null;
      setProblem({ message: t("sentBefore"), requestId, details: [] });
      return;
    }
    const mapped = mapIssues(issues, Object.keys(defaultValues));
    for (const [index, field] of mapped.fields.entries()) {
      // Names come from the server; React Hook Form ignores one that no field has.
      const name = field.name as FieldPath<Input>;
      methods.setError(name, { type: "server", message: field.message }, { shouldFocus: index === 0 });
    }
    setProblem({ message, requestId, details: mapped.rest });
  }

  async function run(event?: FormEvent) {
    event?.preventDefault();
    event?.stopPropagation();
    if (isRunning.current) return;
    isRunning.current = true;
    setProblem(null);
    try {
      await methods.handleSubmit(send)();
    } catch (error) {
      unstable_rethrow(error);
      setProblem({ message: t("unreachable"), details: [] });
    } finally {
      isRunning.current = false;
    }
  }

  return {
    control: methods.control,
    methods,
    submit: (event) => void run(event),
    isSubmitting: methods.formState.isSubmitting,
    problem,
  };
}
