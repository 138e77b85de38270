"use client";

import { SwitchField } from "@/components/form/choice-fields";
import { NumberField } from "@/components/form/number-field";
import { SettingsForm } from "./settings-form";
import type { SettingsTabProps } from "./tab-data";

export function SecurityForm(tab: SettingsTabProps) {
  return (
    <SettingsForm
      {...tab}
      title="Sign-in, visits and access keys"
      fields={{
        mandatory_second_factor: (field) => (
          <SwitchField
            {...field}
            description="Members come in with a second factor only; whoever has none is led to set one up"
          />
        ),
        ask_before_visits: (field) => (
          <SwitchField
            {...field}
            description="Platform admins who want to look at this tenant wait until somebody who may change these settings agrees. Off: they step in with a reason, and the audit log tells of it"
          />
        ),
        longest_key_lifetime_days: (field) => (
          <NumberField
            {...field}
            description="A new access key ends after so many days at the latest; empty: as in the template, or never"
            unit="days"
          />
        ),
        unused_key_days: (field) => (
          <NumberField
            {...field}
            description="Every night access keys are revoked that were not used for so many days, and whoever manages keys gets a notice; at least 7"
            unit="days"
          />
        ),
      }}
    />
  );
}
