import { useTranslations } from "next-intl";
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
  const t = useTranslations("client.settings");
  if (mayChange) return <FormActions form={form} submitLabel={t("save")} />;
  return (
    <Alert>
      {t.rich("mayNotChange", {
        permission: "settings:write",
        code: (name) => <code className="font-mono">{name}</code>,
      })}
    </Alert>
  );
}
