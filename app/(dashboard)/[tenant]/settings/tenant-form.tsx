"use client";

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
  const form = useActionForm({
    schema: updateOwnTenantInput,
    defaultValues: { name: tenant.name, domain: tenant.domain ?? "" },
    action: (input) => updateTenantAction(tenant.slug, input),
    onSuccess: () => toast.success("Saved"),
  });
  const shared = { control: form.control, disabled: !mayChange };
  return (
    <Card title="Tenant">
      <Form form={form}>
        <FormRow>
          <TextField {...shared} name="name" label="Name" />
          <TextField {...shared} name="domain" label="Domain" placeholder="example.com" optional />
        </FormRow>
        {mayChange && <FormActions form={form} submitLabel="Save" />}
      </Form>
    </Card>
  );
}
