"use client";

import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { CheckboxGroupField, SwitchField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import type { Permission } from "@/lib/permissions";
import { eventGroups } from "./event-groups";

export interface EndpointFieldsProps<Values extends FieldValues, Output> {
  control: Control<Values, unknown, Output>;
  /** What the person holds, and so may have sent. */
  held: readonly Permission[];
}

/** The fields that can be changed later too. */
export function EndpointFields<Values extends FieldValues, Output>({
  control,
  held,
}: EndpointFieldsProps<Values, Output>) {
  // Both forms have these fields; their types differ in whether they may be absent.
  const name = (field: "url" | "description" | "event_types" | "includes_personal_data") => field as FieldPath<Values>;
  return (
    <>
      <TextField
        control={control}
        name={name("url")}
        label="Address"
        type="url"
        placeholder="https://"
        description="An https address that is reachable from the internet"
      />
      <TextField control={control} name={name("description")} label="Description" optional />
      <CheckboxGroupField
        control={control}
        name={name("event_types")}
        label="Events"
        groups={eventGroups(held)}
        columns={2}
      />
      {held.includes("customers:read_personal_data") && (
        <SwitchField
          control={control}
          name={name("includes_personal_data")}
          label="Send personal data in full"
          description="Otherwise e-mail addresses and phone numbers of customers are masked, as they are where the tenant’s settings mask all webhooks"
        />
      )}
    </>
  );
}
