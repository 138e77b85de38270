"use client";

import { timeZoneOptions } from "@/app/(me)/me/profile/time-zones";
import { ComboboxField } from "@/components/form/choice-fields";
import { CURRENCY_OPTIONS } from "../options";
import { ownValues } from "./own-values";
import { SettingsForm } from "./settings-form";
import type { SettingsTabProps } from "./tab-data";

export function GeneralForm({ now, ...tab }: SettingsTabProps & { now: string }) {
  const zones = timeZoneOptions(now, ownValues(tab.config).time_zone ?? "UTC");
  return (
    <SettingsForm
      {...tab}
      title="Defaults"
      fields={{
        default_currency: (field) => (
          <ComboboxField
            {...field}
            description="Of a new account that names none"
            options={CURRENCY_OPTIONS}
            placeholder="As in the template"
          />
        ),
        time_zone: (field) => (
          <ComboboxField
            {...field}
            description="Whose midnight begins a day of the daily refund limits"
            options={zones}
            placeholder="As in the template"
          />
        ),
      }}
    />
  );
}
