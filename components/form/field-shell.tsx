import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSentence } from "@/components/locale/use-sentence";
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
        {optional && <OptionalMark />}
      </Label>
      {children}
      <FieldNotes id={id} description={description} error={error} />
    </div>
  );
}

/** Behind the label of a field that may stay empty. */
export function OptionalMark() {
  const t = useTranslations("client.form");
  return <span className="font-normal text-muted-foreground"> {t("optional")}</span>;
}

/** The lines below a control. What is wrong may be a sentence of the schema, in English. */
export function FieldNotes({ id, description, error }: Pick<FieldShellProps, "id" | "description" | "error">) {
  const sentence = useSentence();
  return (
    <>
      {description && (
        <p id={`${id}-description`} className="text-muted-foreground text-xs">
          {description}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-danger-text text-xs">
          {sentence(error)}
        </p>
      )}
    </>
  );
}
