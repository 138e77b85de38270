"use client";

import { useTranslations } from "next-intl";
import type { Control } from "react-hook-form";
import type { z } from "zod";
import { useCountryOptions, useCurrencyOptions } from "@/app/(dashboard)/[tenant]/options";
import { AmountLinesField } from "@/app/(dashboard)/[tenant]/settings/amount-lines-field";
import type { RoleNames } from "@/app/(dashboard)/[tenant]/settings/labels";
import { RoleLimitsField } from "@/app/(dashboard)/[tenant]/settings/role-limits-field";
import { timeZoneOptions } from "@/app/(me)/me/profile/time-zones";
import { ComboboxField, SwitchField } from "@/components/form/choice-fields";
import { FormRow } from "@/components/form/form";
import { ManyField } from "@/components/form/many-field";
import { NumberField } from "@/components/form/number-field";
import type { CreateTemplateInput, createTemplateInput } from "@/lib/templates/schema";

export interface SettingsFieldsProps {
  control: Control<z.input<typeof createTemplateInput>, unknown, CreateTemplateInput>;
  /** Names of the template's roles by key. */
  roles: RoleNames;
  now: string;
}

/** The same settings as a tenant's, by the same fields. */
export function SettingsFields({ control, roles, now }: SettingsFieldsProps) {
  const t = useTranslations("client.adminTemplates");
  const currencyOptions = useCurrencyOptions();
  const countryOptions = useCountryOptions();
  const names = useTranslations("client.settings.names");
  return (
    <div className="flex flex-col gap-5">
      <FormRow>
        <ComboboxField
          control={control}
          name="settings.default_currency"
          label={names("default_currency")}
          description={t("settings.defaultCurrency")}
          options={currencyOptions}
          placeholder={t("settings.noCurrency")}
        />
        <ComboboxField
          control={control}
          name="settings.time_zone"
          label={names("time_zone")}
          description={t("settings.timeZone")}
          options={timeZoneOptions(now, "UTC")}
          placeholder="UTC"
        />
      </FormRow>
      <FormRow>
        <ManyField
          control={control}
          name="settings.allowed_currencies"
          label={names("allowed_currencies")}
          description={t("settings.all")}
          options={currencyOptions}
          placeholder={t("settings.addCurrency")}
        />
        <ManyField
          control={control}
          name="settings.allowed_countries"
          label={names("allowed_countries")}
          description={t("settings.allCountries")}
          options={countryOptions}
          placeholder={t("settings.addCountry")}
        />
      </FormRow>
      <SwitchField
        control={control}
        name="settings.mandatory_second_factor"
        label={names("mandatory_second_factor")}
        description={t("settings.secondFactor")}
      />
      <SwitchField
        control={control}
        name="settings.mask_personal_data_in_webhooks"
        label={names("mask_personal_data_in_webhooks")}
        description={t("settings.masked")}
      />
      <FormRow>
        <NumberField
          control={control}
          name="settings.longest_key_lifetime_days"
          label={names("longest_key_lifetime_days")}
          description={t("settings.anyLife")}
          unit={t("settings.days")}
        />
        <NumberField
          control={control}
          name="settings.unused_key_days"
          label={names("unused_key_days")}
          description={t("settings.unusedKeys")}
          unit={t("settings.days")}
        />
        <NumberField
          control={control}
          name="settings.refund_approval_days"
          label={names("refund_approval_days")}
          description={t("settings.approvalDays")}
          unit={t("settings.days")}
        />
        <NumberField
          control={control}
          name="settings.audit_retention_months"
          label={names("audit_retention_months")}
          description={t("settings.auditMonths")}
          unit={t("settings.months")}
        />
      </FormRow>
      <RoleLimitsField
        control={control}
        name="settings.refund_role_limits"
        label={names("refund_role_limits")}
        description={t("settings.roleLimits")}
        roles={roles}
      />
      <FormRow>
        <AmountLinesField
          control={control}
          name="settings.refund_daily_limits"
          label={names("refund_daily_limits")}
          description={t("settings.dailyLimits")}
        />
        <AmountLinesField
          control={control}
          name="settings.refund_approval_thresholds"
          label={names("refund_approval_thresholds")}
          description={t("settings.thresholds")}
        />
      </FormRow>
    </div>
  );
}
