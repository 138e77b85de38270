"use client";

import { useTranslations } from "next-intl";
import { Form, FormActions, FormRow } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { type OwnTenant, updateOwnTenantInput } from "@/lib/tenants/schema";
import { updateTenantAction } from "./actions";

export interface TenantFormProps {
  tenant: Pick<OwnTenant, "slug" | "name" | "domain">;
  mayChange: boolean;
}

/** What the tenant is called. */
export function TenantForm({ tenant, mayChange }: TenantFormProps) {
  const t = useTranslations("client.settings.tenant");
  const form = useActionForm({
    schema: updateOwnTenantInput,
    defaultValues: { name: tenant.name, domain: tenant.domain ?? "" },
    action: (input) => updateTenantAction(tenant.slug, input),
    onSuccess: () => toast.success(t("saved")),
  });
  const shared = { control: form.control, disabled: !mayChange };
  return (
    <Card title={t("title")}>
      <Form form={form}>
        <FormRow>
          <TextField {...shared} name="name" label={t("name")} />
          <TextField
            {...shared}
            name="domain"
            label={t("domain")}
            placeholder="example.com" // text-ok: the domain for examples
            optional
          />
        </FormRow>
        {mayChange && <FormActions form={form} submitLabel={t("save")} />}
      </Form>
    </Card>
  );
}
