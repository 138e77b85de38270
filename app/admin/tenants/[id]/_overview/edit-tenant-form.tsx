"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-fields";
import { EditForm } from "@/components/form/edit-form";
import { TextareaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type Tenant, updateTenantInput } from "@/lib/tenants/schema";
import { updateTenantAction } from "../../actions";
import { tierOptions } from "../../tier-options";

export type EditableTenant = Pick<Tenant, "id" | "name" | "domain" | "subscription_tier">;

export function EditTenantForm({ tenant, onSaved }: { tenant: EditableTenant; onSaved: () => void }) {
  const t = useTranslations("client.adminTenants");
  const { id, name, domain, subscription_tier } = tenant;
  const form = useActionForm({
    schema: updateTenantInput,
    defaultValues: { id, name, domain: domain ?? "", subscription_tier, reason: "" },
    action: updateTenantAction,
    onSuccess: onSaved,
  });
  const { control } = form;
  return (
    <EditForm form={form}>
      <TextField control={control} name="name" label={t("name")} />
      <TextField control={control} name="domain" label={t("domain")} placeholder={t("domainExample")} optional />
      <SelectField control={control} name="subscription_tier" label={t("tier")} options={tierOptions(t)} />
      <TextareaField control={control} name="reason" label={t("reason")} description={t("readBy")} rows={2} />
    </EditForm>
  );
}
