"use client";

import { ManyField } from "@/components/form/many-field";
import { NumberField } from "@/components/form/number-field";
import { COUNTRY_OPTIONS, CURRENCY_OPTIONS } from "../options";
import { AmountLinesField } from "./amount-lines-field";
import { RoleLimitsField } from "./role-limits-field";
import { SettingsForm } from "./settings-form";
import type { SettingsTabProps } from "./tab-data";

export function PaymentsForm(tab: SettingsTabProps) {
  return (
    <SettingsForm
      {...tab}
      title="Payments and refunds"
      fields={{
        allowed_currencies: (field) => (
          <ManyField
            {...field}
            description="Of new accounts and payment intents; none chosen: as in the template, or all"
            options={CURRENCY_OPTIONS}
            placeholder="Add a currency…"
          />
        ),
        allowed_countries: (field) => (
          <ManyField
            {...field}
            description="Of new accounts; none chosen: as in the template, or all"
            options={COUNTRY_OPTIONS}
            placeholder="Add a country…"
          />
        ),
        refund_role_limits: (field) => (
          <RoleLimitsField
            {...field}
            description="What one person of a role, or each access key, may refund at once and in a day. Of several roles the most generous counts; a role with limits may refund only in currencies that they name"
            roles={tab.roles}
          />
        ),
        refund_daily_limits: (field) => (
          <AmountLinesField
            {...field}
            description="What everybody together may refund in a day, by currency; a currency without a line has no limit"
          />
        ),
        refund_approval_thresholds: (field) => (
          <AmountLinesField
            {...field}
            description="A refund above its currency’s amount waits for a second person. With one line or more, so does every refund in another currency"
          />
        ),
        refund_approval_days: (field) => (
          <NumberField
            {...field}
            description="A refund that nobody has approved or rejected is called off after so many days; empty: as in the template, or 7"
            unit="days"
          />
        ),
      }}
    />
  );
}
