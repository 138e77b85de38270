"use client";

import { toast } from "sonner";
import { Form } from "@/components/form/form";
import { ManyField } from "@/components/form/many-field";
import { NumberField } from "@/components/form/number-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { updateTenantConfigInput } from "@/lib/tenant-configs/schema";
import { COUNTRY_OPTIONS, CURRENCY_OPTIONS } from "../options";
import { updateTenantConfigAction } from "./actions";
import { AmountLinesField } from "./amount-lines-field";
import { SETTING_LABELS } from "./labels";
import { ownValues } from "./own-values";
import { RoleLimitsField } from "./role-limits-field";
import { SaveSettings } from "./save-settings";
import { SettingNote } from "./setting-note";
import { SettingRow } from "./setting-row";
import type { SettingsTabProps } from "./tab-data";

const schema = updateTenantConfigInput.pick({
  version: true,
  allowed_currencies: true,
  allowed_countries: true,
  refund_role_limits: true,
  refund_daily_limits: true,
  refund_approval_thresholds: true,
  refund_approval_days: true,
});

export function PaymentsForm({ tenantSlug, config, roles, mayChange }: SettingsTabProps) {
  const own = ownValues(config);
  const form = useActionForm({
    schema,
    defaultValues: {
      version: own.version,
      allowed_currencies: own.allowed_currencies,
      allowed_countries: own.allowed_countries,
      refund_role_limits: own.refund_role_limits,
      refund_daily_limits: own.refund_daily_limits,
      refund_approval_thresholds: own.refund_approval_thresholds,
      refund_approval_days: own.refund_approval_days,
    },
    action: (input) => updateTenantConfigAction(tenantSlug, input),
    onSuccess: () => toast.success("Settings saved"),
  });
  const { control, methods } = form;
  const note = (
    name:
      | "allowed_currencies"
      | "allowed_countries"
      | "refund_role_limits"
      | "refund_daily_limits"
      | "refund_approval_thresholds"
      | "refund_approval_days",
  ) => (
    <SettingNote
      config={config}
      roles={roles}
      name={name}
      onReset={mayChange ? () => methods.setValue(name, null) : undefined}
    />
  );
  const shared = { control, disabled: !mayChange };
  return (
    <Card title="Payments and refunds">
      <Form form={form} className="gap-0">
        <div className="divide-y">
          <SettingRow note={note("allowed_currencies")}>
            <ManyField
              {...shared}
              name="allowed_currencies"
              label={SETTING_LABELS.allowed_currencies}
              description="Of new accounts and payment intents; none chosen: as in the template, or all"
              options={CURRENCY_OPTIONS}
              placeholder="Add a currency…"
            />
          </SettingRow>
          <SettingRow note={note("allowed_countries")}>
            <ManyField
              {...shared}
              name="allowed_countries"
              label={SETTING_LABELS.allowed_countries}
              description="Of new accounts; none chosen: as in the template, or all"
              options={COUNTRY_OPTIONS}
              placeholder="Add a country…"
            />
          </SettingRow>
          <SettingRow note={note("refund_role_limits")}>
            <RoleLimitsField
              {...shared}
              name="refund_role_limits"
              label={SETTING_LABELS.refund_role_limits}
              description="What one person of a role, or each access key, may refund at once and in a day. Of several roles the most generous counts; a role with limits may refund only in currencies that they name"
              roles={roles}
            />
          </SettingRow>
          <SettingRow note={note("refund_daily_limits")}>
            <AmountLinesField
              {...shared}
              name="refund_daily_limits"
              label={SETTING_LABELS.refund_daily_limits}
              description="What everybody together may refund in a day, by currency; a currency without a line has no limit"
            />
          </SettingRow>
          <SettingRow note={note("refund_approval_thresholds")}>
            <AmountLinesField
              {...shared}
              name="refund_approval_thresholds"
              label={SETTING_LABELS.refund_approval_thresholds}
              description="A refund above its currency’s amount waits for a second person. With one line or more, so does every refund in another currency"
            />
          </SettingRow>
          <SettingRow note={note("refund_approval_days")}>
            <NumberField
              {...shared}
              name="refund_approval_days"
              label={SETTING_LABELS.refund_approval_days}
              description="A refund that nobody has approved or rejected is called off after so many days; empty: as in the template, or 7"
              unit="days"
            />
          </SettingRow>
        </div>
        <SaveSettings form={form} mayChange={mayChange} />
      </Form>
    </Card>
  );
}
