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
  mandatory_second_factor: true,
  ask_before_visits: true,
  longest_key_lifetime_days: true,
  unused_key_days: true,
});

type SecuritySettings = Omit<typeof schema.shape, "version">;

export function SecurityForm({ tenantSlug, config, roles, mayChange }: SettingsTabProps) {
  const own = ownValues(config);
  const form = useActionForm({
    schema,
    defaultValues: {
      version: own.version,
      mandatory_second_factor: own.mandatory_second_factor,
      ask_before_visits: own.ask_before_visits,
      longest_key_lifetime_days: own.longest_key_lifetime_days,
      unused_key_days: own.unused_key_days,
    },
    action: (input) => updateTenantConfigAction(tenantSlug, input),
    onSuccess: () => toast.success("Settings saved"),
  });
  const { control, methods } = form;
  const note = (name: keyof SecuritySettings) => (
    <SettingNote
      config={config}
      roles={roles}
      name={name}
      onReset={mayChange ? () => methods.setValue(name, null) : undefined}
    />
  );
  const shared = { control, disabled: !mayChange };
  return (
    <Card title="Sign-in, visits and access keys">
      <Form form={form} className="gap-0">
        <div className="divide-y">
          <SettingRow note={note("mandatory_second_factor")}>
            <SwitchField
              {...shared}
              name="mandatory_second_factor"
              label={SETTING_LABELS.mandatory_second_factor}
              description="Members come in with a second factor only; whoever has none is led to set one up"
            />
          </SettingRow>
          <SettingRow note={note("ask_before_visits")}>
            <SwitchField
              {...shared}
              name="ask_before_visits"
              label={SETTING_LABELS.ask_before_visits}
              description="Platform admins who want to look at this tenant wait until somebody who may change these settings agrees. Off: they step in with a reason, and the audit log tells of it"
            />
          </SettingRow>
          <SettingRow note={note("longest_key_lifetime_days")}>
            <NumberField
              {...shared}
              name="longest_key_lifetime_days"
              label={SETTING_LABELS.longest_key_lifetime_days}
              description="A new access key ends after so many days at the latest; empty: as in the template, or never"
              unit="days"
            />
          </SettingRow>
          <SettingRow note={note("unused_key_days")}>
            <NumberField
              {...shared}
              name="unused_key_days"
              label={SETTING_LABELS.unused_key_days}
              description="Every night access keys are revoked that were not used for so many days, and whoever manages keys gets a notice; at least 7"
              unit="days"
            />
          </SettingRow>
        </div>
        <SaveSettings form={form} mayChange={mayChange} />
      </Form>
    </Card>
  );
}
