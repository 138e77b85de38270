"use client";

import { useTranslations } from "next-intl";
import type { Control } from "react-hook-form";
import type { z } from "zod";
import { COUNTRY_OPTIONS, CURRENCY_OPTIONS } from "@/app/(dashboard)/[tenant]/options";
import { AmountLinesField } from "@/app/(dashboard)/[tenant]/settings/amount-lines-field";
import { type RoleNames, SETTING_LABELS } from "@/app/(dashboard)/[tenant]/settings/labels";
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
  return (
    <div className="flex flex-col gap-5">
      <FormRow>
        <ComboboxField
          control={control}
          name="settings.default_currency"
          label={SETTING_LABELS.default_currency}
          description={t("settings.defaultCurrency")}
          options={CURRENCY_OPTIONS}
          placeholder={t("settings.noCurrency")}
        />
        <ComboboxField
          control={control}
          name="settings.time_zone"
          label={SETTING_LABELS.time_zone}
          description={t("settings.timeZone")}
          options={timeZoneOptions(now, "UTC")}
          placeholder="UTC"
        />
      </FormRow>
      <FormRow>
        <ManyField
          control={control}
          name="settings.allowed_currencies"
          label={SETTING_LABELS.allowed_currencies}
          description={t("settings.all")}
          options={CURRENCY_OPTIONS}
          placeholder={t("settings.addCurrency")}
        />
        <ManyField
          control={control}
          name="settings.allowed_countries"
          label={SETTING_LABELS.allowed_countries}
          description={t("settings.allCountries")}
          options={COUNTRY_OPTIONS}
          placeholder={t("settings.addCountry")}
        />
      </FormRow>
      <SwitchField
        control={control}
        name="settings.mandatory_second_factor"
        label={SETTING_LABELS.mandatory_second_factor}
        description={t("settings.secondFactor")}
      />
      <SwitchField
        control={control}
        name="settings.mask_personal_data_in_webhooks"
        label={SETTING_LABELS.mask_personal_data_in_webhooks}
        description={t("settings.masked")}
      />
      <FormRow>
        <NumberField
          control={control}
          name="settings.longest_key_lifetime_days"
          label={SETTING_LABELS.longest_key_lifetime_days}
          description={t("settings.anyLife")}
          unit={t("settings.days")}
        />
        <NumberField
          control={control}
          name="settings.unused_key_days"
          label={SETTING_LABELS.unused_key_days}
          description={t("settings.unusedKeys")}
          unit={t("settings.days")}
        />
        <NumberField
          control={control}
          name="settings.refund_approval_days"
          label={SETTING_LABELS.refund_approval_days}
          description={t("settings.approvalDays")}
          unit={t("settings.days")}
        />
        <NumberField
          control={control}
          name="settings.audit_retention_months"
          label={SETTING_LABELS.audit_retention_months}
          description={t("settings.auditMonths")}
          unit={t("settings.months")}
        />
      </FormRow>
      <RoleLimitsField
        control={control}
        name="settings.refund_role_limits"
        label={SETTING_LABELS.refund_role_limits}
        description={t("settings.roleLimits")}
        roles={roles}
      />
      <FormRow>
        <AmountLinesField
          control={control}
          name="settings.refund_daily_limits"
          label={SETTING_LABELS.refund_daily_limits}
          description={t("settings.dailyLimits")}
        />
        <AmountLinesField
          control={control}
          name="settings.refund_approval_thresholds"
          label={SETTING_LABELS.refund_approval_thresholds}
          description={t("settings.thresholds")}
        />
      </FormRow>
    </div>
  );
}
