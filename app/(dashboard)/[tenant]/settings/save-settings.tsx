import type { FieldValues } from "react-hook-form";
import { FormActions } from "@/components/form/form";
import type { ActionForm } from "@/components/form/use-action-form";
import { Alert } from "@/components/ui/alert";

export interface SaveSettingsProps<Input extends FieldValues, Output> {
  form: ActionForm<Input, Output>;
  mayChange: boolean;
}

/** The button that ends a tab, or why there is none. */
export function SaveSettings<Input extends FieldValues, Output>({ form, mayChange }: SaveSettingsProps<Input, Output>) {
  if (mayChange) return <FormActions form={form} submitLabel="Save settings" />;
  return (
    <Alert>
      Changing these takes the permission <code className="font-mono">settings:write</code> and access to all accounts.
    </Alert>
  );
}
