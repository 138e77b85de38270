"use client";

import { useTranslations } from "next-intl";
import { SwitchField } from "@/components/form/choice-fields";
import { NumberField } from "@/components/form/number-field";
import { SettingsForm } from "./settings-form";
import type { SettingsTabProps } from "./tab-data";

export function DataForm(tab: SettingsTabProps) {
  const t = useTranslations("client.settings");
  return (
    <SettingsForm
      {...tab}
      title={t("titles.data")}
      fields={{
        mask_personal_data_in_webhooks: (field) => (
          <SwitchField {...field} description={t("help.mask_personal_data_in_webhooks")} />
        ),
        audit_retention_months: (field) => (
          <NumberField {...field} description={t("help.audit_retention_months")} unit={t("units.months")} />
        ),
      }}
    />
  );
}
