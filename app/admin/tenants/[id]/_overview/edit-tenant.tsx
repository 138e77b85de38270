"use client";

import { SelectField } from "@/components/form/choice-fields";
import { EditDialog, EditForm } from "@/components/form/edit-dialog";
import { TextareaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type Tenant, updateTenantInput } from "@/lib/tenants/schema";
import { updateTenantAction } from "../../actions";
import { TIER_OPTIONS } from "../../tier-options";

type Editable = Pick<Tenant, "id" | "name" | "domain" | "subscription_tier">;

/** The button to a tenant's name, domain and tier. */
export function EditTenant({ tenant }: { tenant: Editable }) {
  return (
    <EditDialog title={`Edit ${tenant.name}`}>
      {(onSaved) => <EditTenantForm tenant={tenant} onSaved={onSaved} />}
    </EditDialog>
  );
}

function EditTenantForm({ tenant, onSaved }: { tenant: Editable; onSaved: () => void }) {
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
      <TextField control={control} name="name" label="Name" />
      <TextField control={control} name="domain" label="Domain" placeholder="example.com" optional />
      <SelectField control={control} name="subscription_tier" label="Tier" options={TIER_OPTIONS} />
      <TextareaField
        control={control}
        name="reason"
        label="Reason"
        description="The tenant reads it in its audit log"
        rows={2}
      />
    </EditForm>
  );
}
