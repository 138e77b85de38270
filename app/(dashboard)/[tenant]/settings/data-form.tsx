"use client";

import { SwitchField } from "@/components/form/choice-fields";
import { NumberField } from "@/components/form/number-field";
import { SettingsForm } from "./settings-form";
import type { SettingsTabProps } from "./tab-data";

export function DataForm(tab: SettingsTabProps) {
  return (
    <SettingsForm
      {...tab}
      title="Personal data and the audit log"
      fields={{
        mask_personal_data_in_webhooks: (field) => (
          <SwitchField
            {...field}
            description="Customers’ e-mail addresses and phone numbers are masked in everything that endpoints are sent, also where an endpoint asks for them"
          />
        ),
        audit_retention_months: (field) => (
          <NumberField
            {...field}
            description="Every night older entries are removed, and one entry says how many; at least 12 months. Check what your law asks you to keep. Empty: for ever"
            unit="months"
          />
        ),
      }}
    />
  );
}
