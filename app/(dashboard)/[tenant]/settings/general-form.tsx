"use client";

import { toast } from "sonner";
import { timeZoneOptions } from "@/app/(me)/me/profile/time-zones";
import { ComboboxField } from "@/components/form/choice-fields";
import { Form } from "@/components/form/form";
import { useActionForm } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { updateTenantConfigInput } from "@/lib/tenant-configs/schema";
import { CURRENCY_OPTIONS } from "../options";
import { updateTenantConfigAction } from "./actions";
import { SETTING_LABELS } from "./labels";
import { ownValues } from "./own-values";
import { SaveSettings } from "./save-settings";
import { SettingNote } from "./setting-note";
import { SettingRow } from "./setting-row";
import type { SettingsTabProps } from "./tab-data";

const schema = updateTenantConfigInput.pick({ version: true, default_currency: true, time_zone: true });

export function GeneralForm({ tenantSlug, config, roles, mayChange, now }: SettingsTabProps & { now: string }) {
  const own = ownValues(config);
  const form = useActionForm({
    schema,
    defaultValues: { version: own.version, default_currency: own.default_currency, time_zone: own.time_zone },
    action: (input) => updateTenantConfigAction(tenantSlug, input),
    onSuccess: () => toast.success("Settings saved"),
  });
  const { control, methods } = form;
  const note = (name: "default_currency" | "time_zone") => (
    <SettingNote
      config={config}
      roles={roles}
      name={name}
      onReset={mayChange ? () => methods.setValue(name, null) : undefined}
    />
  );
  const shared = { control, disabled: !mayChange };
  return (
    <Card title="Defaults">
      <Form form={form} className="gap-0">
        <div className="divide-y">
          <SettingRow note={note("default_currency")}>
            <ComboboxField
              {...shared}
              name="default_currency"
              label={SETTING_LABELS.default_currency}
              description="Of a new account that names none"
              options={CURRENCY_OPTIONS}
              placeholder="As in the template"
            />
          </SettingRow>
          <SettingRow note={note("time_zone")}>
            <ComboboxField
              {...shared}
              name="time_zone"
              label={SETTING_LABELS.time_zone}
              description="Whose midnight begins a day of the daily refund limits"
              options={timeZoneOptions(now, own.time_zone ?? "UTC")}
              placeholder="As in the template"
            />
          </SettingRow>
        </div>
        <SaveSettings form={form} mayChange={mayChange} />
      </Form>
    </Card>
  );
}
