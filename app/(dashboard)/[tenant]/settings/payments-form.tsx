"use client";

import { useTranslations } from "next-intl";
import { ManyField } from "@/components/form/many-field";
import { NumberField } from "@/components/form/number-field";
import { useCountryOptions, useCurrencyOptions } from "../options";
import { AmountLinesField } from "./amount-lines-field";
import { RoleLimitsField } from "./role-limits-field";
import { SettingsForm } from "./settings-form";
import type { SettingsTabProps } from "./tab-data";

export function PaymentsForm(tab: SettingsTabProps) {
  const t = useTranslations("client.settings");
  const currencyOptions = useCurrencyOptions();
  const countryOptions = useCountryOptions();
  return (
    <SettingsForm
      {...tab}
      title={t("titles.payments")}
      fields={{
        allowed_currencies: (field) => (
          <ManyField
            {...field}
            description={t("help.allowed_currencies")}
            options={currencyOptions}
            placeholder={t("addCurrencyHint")}
          />
        ),
        allowed_countries: (field) => (
          <ManyField
            {...field}
            description={t("help.allowed_countries")}
            options={countryOptions}
            placeholder={t("addCountryHint")}
          />
        ),
        refund_role_limits: (field) => (
          <RoleLimitsField {...field} description={t("help.refund_role_limits")} roles={tab.roles} />
        ),
        refund_daily_limits: (field) => <AmountLinesField {...field} description={t("help.refund_daily_limits")} />,
        refund_approval_thresholds: (field) => (
          <AmountLinesField {...field} description={t("help.refund_approval_thresholds")} />
        ),
        refund_approval_days: (field) => (
          <NumberField {...field} description={t("help.refund_approval_days")} unit={t("units.days")} />
        ),
      }}
    />
  );
}
