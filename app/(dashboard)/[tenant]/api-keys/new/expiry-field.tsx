"use client";

import { addDays } from "date-fns";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FieldValues } from "react-hook-form";
import { DateTimeField } from "@/components/form/date-time-field";
import { FieldShell } from "@/components/form/field-shell";
import { type FieldProps, useField } from "@/components/form/use-field";
import { Select } from "@/components/ui/select";
import { useTimeFormat } from "@/components/ui/time-format";
import type { Texts } from "@/lib/messages/texts";
import { formatTime, type TimeFormat } from "@/lib/time";

export interface ExpiryFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  timeZone: string;
  /** The moment that terms count from. */
  now: string;
}

const TERMS = ["30", "90", "365", "date", "never"] as const;

/** The moment a number of days later, in UTC. */
export function expiryAfter(now: string, days: number): string {
  return addDays(new Date(now), days).toISOString();
}

/** When a key ends: after a term, at a moment, or never. The form holds the moment, or `null`. */
export function ExpiryField<Values extends FieldValues, Output>(props: ExpiryFieldProps<Values, Output>) {
  const { timeZone, now } = props;
  const t = useTranslations("client.apiKeys");
  const [term, setTerm] = useState("365");
  const description = termNote(t, term, now, timeZone, useTimeFormat());
  const { field, error, id, controlProps } = useField({ ...props, description });

  function choose(next: string) {
    setTerm(next);
    // A date of one's own starts from a term, rather than from nothing, which would mean never.
    field.onChange(next === "never" ? null : expiryAfter(now, next === "date" ? 30 : Number(next)));
  }

  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <FieldShell {...props} description={description} id={id} error={term === "date" ? undefined : error}>
        <Select
          {...controlProps}
          options={TERMS.map((value) => ({ value, label: t(`terms.${value}`) }))}
          value={term}
          onValueChange={(next) => choose(next ?? "never")}
        />
      </FieldShell>
      {term === "date" && <DateTimeField {...props} label={t("expiresAt")} />}
    </div>
  );
}

function termNote(
  t: Texts<"client.apiKeys">,
  term: string,
  now: string,
  timeZone: string,
  timeFormat: TimeFormat,
): string | undefined {
  if (term === "date") return undefined;
  if (term === "never") return t("neverHelp");
  return t("ends", { time: formatTime(expiryAfter(now, Number(term)), timeZone, "minute", timeFormat) });
}
