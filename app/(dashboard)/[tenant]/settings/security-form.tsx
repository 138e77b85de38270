"use client";

import { useTranslations } from "next-intl";
import { SwitchField } from "@/components/form/choice-fields";
import { NumberField } from "@/components/form/number-field";
import { SettingsForm } from "./settings-form";
import type { SettingsTabProps } from "./tab-data";

export function SecurityForm(tab: SettingsTabProps) {
  const t = useTranslations("client.settings");
  return (
    <SettingsForm
      {...tab}
      title={t("titles.security")}
      fields={{
        mandatory_second_factor: (field) => <SwitchField {...field} description={t("help.mandatory_second_factor")} />,
        ask_before_visits: (field) => <SwitchField {...field} description={t("help.ask_before_visits")} />,
        longest_key_lifetime_days: (field) => (
          <NumberField {...field} description={t("help.longest_key_lifetime_days")} unit={t("units.days")} />
        ),
        unused_key_days: (field) => (
          <NumberField {...field} description={t("help.unused_key_days")} unit={t("units.days")} />
        ),
      }}
    />
  );
}
