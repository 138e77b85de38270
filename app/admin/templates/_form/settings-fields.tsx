"use client";

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
  return (
    <div className="flex flex-col gap-5">
      <FormRow>
        <ComboboxField
          control={control}
          name="settings.default_currency"
          label={SETTING_LABELS.default_currency}
          description="Of a new account that names none"
          options={CURRENCY_OPTIONS}
          placeholder="None"
        />
        <ComboboxField
          control={control}
          name="settings.time_zone"
          label={SETTING_LABELS.time_zone}
          description="Whose midnight begins a day of the daily refund limits"
          options={timeZoneOptions(now, "UTC")}
          placeholder="UTC"
        />
      </FormRow>
      <FormRow>
        <ManyField
          control={control}
          name="settings.allowed_currencies"
          label={SETTING_LABELS.allowed_currencies}
          description="None chosen: all"
          options={CURRENCY_OPTIONS}
          placeholder="Add a currency…"
        />
        <ManyField
          control={control}
          name="settings.allowed_countries"
          label={SETTING_LABELS.allowed_countries}
          description="None chosen: all"
          options={COUNTRY_OPTIONS}
          placeholder="Add a country…"
        />
      </FormRow>
      <SwitchField
        control={control}
        name="settings.mandatory_second_factor"
        label={SETTING_LABELS.mandatory_second_factor}
        description="Members come in with a second factor only; whoever has none is led to set one up"
      />
      <SwitchField
        control={control}
        name="settings.mask_personal_data_in_webhooks"
        label={SETTING_LABELS.mask_personal_data_in_webhooks}
        description="Whatever an endpoint asks for"
      />
      <FormRow>
        <NumberField
          control={control}
          name="settings.longest_key_lifetime_days"
          label={SETTING_LABELS.longest_key_lifetime_days}
          description="Empty: any"
          unit="days"
        />
        <NumberField
          control={control}
          name="settings.unused_key_days"
          label={SETTING_LABELS.unused_key_days}
          description="Empty: never; at least 7"
          unit="days"
        />
        <NumberField
          control={control}
          name="settings.refund_approval_days"
          label={SETTING_LABELS.refund_approval_days}
          description="A refund that nobody decides is called off then; empty: 7"
          unit="days"
        />
        <NumberField
          control={control}
          name="settings.audit_retention_months"
          label={SETTING_LABELS.audit_retention_months}
          description="Empty: for ever; at least 12"
          unit="months"
        />
      </FormRow>
      <RoleLimitsField
        control={control}
        name="settings.refund_role_limits"
        label={SETTING_LABELS.refund_role_limits}
        description="What one person of a role, or each access key, may refund at once and in a day"
        roles={roles}
      />
      <FormRow>
        <AmountLinesField
          control={control}
          name="settings.refund_daily_limits"
          label={SETTING_LABELS.refund_daily_limits}
          description="What everybody together may refund in a day"
        />
        <AmountLinesField
          control={control}
          name="settings.refund_approval_thresholds"
          label={SETTING_LABELS.refund_approval_thresholds}
          description="A refund above it waits for a second person"
        />
      </FormRow>
    </div>
  );
}
