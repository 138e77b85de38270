"use client";

import { useTranslations } from "next-intl";
import { timeZoneOptions } from "@/app/(me)/me/profile/time-zones";
import { ComboboxField } from "@/components/form/choice-fields";
import { useCurrencyOptions } from "../options";
import { ownValues } from "./own-values";
import { SettingsForm } from "./settings-form";
import type { SettingsTabProps } from "./tab-data";

export function GeneralForm({ now, ...tab }: SettingsTabProps & { now: string }) {
  const t = useTranslations("client.settings");
  const currencyOptions = useCurrencyOptions();
  const zones = timeZoneOptions(now, ownValues(tab.config).time_zone ?? "UTC");
  return (
    <SettingsForm
      {...tab}
      title={t("titles.general")}
      fields={{
        default_currency: (field) => (
          <ComboboxField
            {...field}
            description={t("help.default_currency")}
            options={currencyOptions}
            placeholder={t("asInTemplate")}
          />
        ),
        time_zone: (field) => (
          <ComboboxField {...field} description={t("help.time_zone")} options={zones} placeholder={t("asInTemplate")} />
        ),
      }}
    />
  );
}
