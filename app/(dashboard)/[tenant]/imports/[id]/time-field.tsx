"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Input } from "@/components/ui/input";
import { DATE_FORMATS, type DraftTime } from "./draft";
import { columnOptions, OriginField } from "./origin-field";

export interface TimeFieldProps {
  header: readonly string[];
  value: DraftTime | undefined;
  onChange: (value: DraftTime | undefined) => void;
  /** Of dates without a zone, unless another one is typed. */
  timeZone: string;
  error?: string;
}

const NOW = "now";

/** When the payment took place: the column, how its dates are written, and in which zone they are meant. */
export function TimeField({ header, value, onChange, timeZone, error }: TimeFieldProps) {
  const t = useTranslations("client.imports");
  const id = useId();
  const several =
    value && value.columns.length > 1 ? [{ value: value.columns.join("\n"), label: value.columns.join(" + ") }] : [];
  const options = [{ value: NOW, label: t("origin.now") }, ...several, ...columnOptions(header)];
  const formats = [...new Set([...DATE_FORMATS, ...(value ? [value.format] : [])])];
  const change = (changes: Partial<DraftTime>) =>
    onChange({ columns: [], format: "ISO", time_zone: timeZone, ...value, ...changes });
  return (
    <OriginField
      label={t("fields.created")}
      hint={t("origin.timeHint")}
      options={options}
      value={value?.columns.join("\n") ?? NOW}
      onChange={(next) => (next === null || next === NOW ? onChange(undefined) : change({ columns: next.split("\n") }))}
      error={error}
    >
      {value && (
        <>
          <Input
            className="w-44 max-w-full"
            aria-label={t("origin.dateFormat")}
            list={`${id}-formats`}
            value={value.format}
            onChange={(event) => change({ format: event.target.value })}
          />
          <datalist id={`${id}-formats`}>
            {formats.map((format) => (
              <option key={format} value={format} />
            ))}
          </datalist>
          <Input
            className="w-44 max-w-full"
            aria-label={t("origin.dateZone")}
            value={value.time_zone ?? "UTC"}
            onChange={(event) => change({ time_zone: event.target.value })}
          />
        </>
      )}
    </OriginField>
  );
}
