import type { ReactNode } from "react";
import { Label } from "@/components/ui/label";

export interface FieldShellProps {
  id: string;
  label: string;
  description?: string;
  error?: string;
  optional?: boolean;
  children: ReactNode;
}

/** Label, control, description and error of one field, under the ids `useField` refers to. */
export function FieldShell({ id, label, description, error, optional, children }: FieldShellProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Label htmlFor={id}>
        {label}
        {optional && <span className="font-normal text-muted-foreground"> (optional)</span>}
      </Label>
      {children}
      <FieldNotes id={id} description={description} error={error} />
    </div>
  );
}

/** The lines below a control. */
export function FieldNotes({ id, description, error }: Pick<FieldShellProps, "id" | "description" | "error">) {
  return (
    <>
      {description && (
        <p id={`${id}-description`} className="text-muted-foreground text-xs">
          {description}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-danger-text text-xs">
          {error}
        </p>
      )}
    </>
  );
}
