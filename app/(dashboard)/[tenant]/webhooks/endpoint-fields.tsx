"use client";

import { useTranslations } from "next-intl";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { CheckboxGroupField, SwitchField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import { useSentence } from "@/components/locale/use-sentence";
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
  const t = useTranslations("client.webhooks");
  const sentence = useSentence();
  // Both forms have these fields; their types differ in whether they may be absent.
  const name = (field: "url" | "description" | "event_types" | "includes_personal_data") => field as FieldPath<Values>;
  return (
    <>
      <TextField
        control={control}
        name={name("url")}
        label={t("address")}
        type="url"
        placeholder="https://" // text-ok: how every address begins
        description={t("addressHelp")}
      />
      <TextField control={control} name={name("description")} label={t("description")} optional />
      <CheckboxGroupField
        control={control}
        name={name("event_types")}
        label={t("events")}
        groups={eventGroups(t, sentence, held)}
        columns={2}
      />
      {held.includes("customers:read_personal_data") && (
        <SwitchField
          control={control}
          name={name("includes_personal_data")}
          label={t("personalData")}
          description={t("personalDataHelp")}
        />
      )}
    </>
  );
}
