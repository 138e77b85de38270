"use client";

import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import type { ActionForm } from "./use-action-form";

export interface FormProps<Input extends FieldValues, Output> {
  form: ActionForm<Input, Output>;
  children: ReactNode;
  className?: string;
}

/** The `<form>` of `useActionForm`, with the problem of the whole form on top. */
export function Form<Input extends FieldValues, Output>({ form, children, className }: FormProps<Input, Output>) {
  return (
    // Sent before the page's scripts have loaded, what was typed must not end up in the address.
    <form noValidate method="post" onSubmit={form.submit} className={cn("flex flex-col gap-4", className)}>
      {form.problem && (
        <Alert tone="danger" live requestId={form.problem.requestId}>
          <p>{form.problem.message}</p>
          {form.problem.details.map((detail) => (
            <p key={detail}>{detail}</p>
          ))}
        </Alert>
      )}
      {children}
    </form>
  );
}

/** Two fields side by side where there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="grid gap-4 sm:grid-cols-2">{children}</div>;
}

export interface FormActionsProps<Input extends FieldValues, Output> {
  form: ActionForm<Input, Output>;
  /** The verb: "Create account". */
  submitLabel: string;
  tone?: "primary" | "danger";
  /** Other buttons, such as one that cancels. */
  children?: ReactNode;
}

/** The row of buttons that ends a form. */
export function FormActions<Input extends FieldValues, Output>(props: FormActionsProps<Input, Output>) {
  return (
    <div className="flex flex-col-reverse gap-2 pt-1 sm:flex-row sm:justify-end">
      {props.children}
      <Button type="submit" variant={props.tone ?? "primary"} loading={props.form.isSubmitting}>
        {props.submitLabel}
      </Button>
    </div>
  );
}
