"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { Form, FormActions } from "@/components/form/form";
import { TextareaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { createTemplateInput } from "@/lib/templates/schema";
import { createTemplateAction } from "../actions";
import { AccountsField } from "./accounts-field";
import { RolesField } from "./roles-field";
import { SettingsFields } from "./settings-fields";
import { type TemplateStart, withoutNo } from "./template-start";

export interface TemplateFormProps {
  start: TemplateStart;
  /** Where one goes back to. */
  cancelHref: string;
  /** ISO 8601: for the offsets of time zones. */
  now: string;
}

/** Makes a template, or a new version of one: all of it in one form. */
export function TemplateForm({ start, cancelHref, now }: TemplateFormProps) {
  const t = useTranslations("client.adminTemplates");
  const router = useRouter();
  const isVersion = start.based_on !== null;
  const form = useActionForm({
    schema: createTemplateInput,
    defaultValues: start,
    action: (input) => createTemplateAction(withoutNo(input)),
    onSuccess: ({ id, name, version }) => {
      toast.success(t("form.done", { name, version }));
      router.push(`/admin/templates/${id}`);
    },
  });
  const { control } = form;
  const roles = useWatch({ control, name: "roles" });
  return (
    <Form form={form}>
      <Card title={t("form.about")}>
        <div className="flex flex-col gap-4">
          <TextField
            control={control}
            name="name"
            label={t("name")}
            disabled={isVersion}
            description={isVersion ? t("form.sameName") : t("form.uniqueName")}
          />
          <TextareaField control={control} name="description" label={t("description")} rows={2} />
          <TextareaField
            control={control}
            name="note"
            label={t("form.note")}
            rows={2}
            description={t("form.noteHelp")}
          />
        </div>
      </Card>
      <Card title={t("roles")} description={t("form.rolesHelp")}>
        <RolesField control={control} name="roles" label={t("roles")} />
      </Card>
      <Card title={t("form.settings")} description={t("form.settingsHelp")}>
        <SettingsFields
          control={control}
          roles={Object.fromEntries((roles ?? []).map(({ key, name }) => [key, name]))}
          now={now}
        />
      </Card>
      <Card title={t("form.samples")} description={t("form.samplesHelp")}>
        <AccountsField control={control} name="accounts" label={t("form.samples")} />
      </Card>
      <FormActions form={form} submitLabel={isVersion ? t("form.makeVersion") : t("form.make")}>
        <ButtonLink href={cancelHref}>{t("form.cancel")}</ButtonLink>
      </FormActions>
    </Form>
  );
}
