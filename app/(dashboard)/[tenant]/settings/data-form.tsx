"use client";

import { toast } from "sonner";
import { SwitchField } from "@/components/form/choice-fields";
import { Form } from "@/components/form/form";
import { NumberField } from "@/components/form/number-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { updateTenantConfigInput } from "@/lib/tenant-configs/schema";
import { updateTenantConfigAction } from "./actions";
import { SETTING_LABELS } from "./labels";
import { ownValues } from "./own-values";
import { SaveSettings } from "./save-settings";
import { SettingNote } from "./setting-note";
import { SettingRow } from "./setting-row";
import type { SettingsTabProps } from "./tab-data";

const schema = updateTenantConfigInput.pick({
  version: true,
  mask_personal_data_in_webhooks: true,
  audit_retention_months: true,
});

export function DataForm({ tenantSlug, config, roles, mayChange }: SettingsTabProps) {
  const own = ownValues(config);
  const form = useActionForm({
    schema,
    defaultValues: {
      version: own.version,
      mask_personal_data_in_webhooks: own.mask_personal_data_in_webhooks,
      audit_retention_months: own.audit_retention_months,
    },
    action: (input) => updateTenantConfigAction(tenantSlug, input),
    onSuccess: () => toast.success("Settings saved"),
  });
  const { control, methods } = form;
  const note = (name: "mask_personal_data_in_webhooks" | "audit_retention_months") => (
    <SettingNote
      config={config}
      roles={roles}
      name={name}
      onReset={mayChange ? () => methods.setValue(name, null) : undefined}
    />
  );
  const shared = { control, disabled: !mayChange };
  return (
    <Card title="Personal data and the audit log">
      <Form form={form} className="gap-0">
        <div className="divide-y">
          <SettingRow note={note("mask_personal_data_in_webhooks")}>
            <SwitchField
              {...shared}
              name="mask_personal_data_in_webhooks"
              label={SETTING_LABELS.mask_personal_data_in_webhooks}
              description="Customers’ e-mail addresses and phone numbers are masked in everything that endpoints are sent, also where an endpoint asks for them"
            />
          </SettingRow>
          <SettingRow note={note("audit_retention_months")}>
            <NumberField
              {...shared}
              name="audit_retention_months"
              label={SETTING_LABELS.audit_retention_months}
              description="Every night older entries are removed, and one entry says how many; at least 12 months. Check what your law asks you to keep. Empty: for ever"
              unit="months"
            />
          </SettingRow>
        </div>
        <SaveSettings form={form} mayChange={mayChange} />
      </Form>
    </Card>
  );
}
