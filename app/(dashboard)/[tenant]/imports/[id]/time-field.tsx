"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { FieldShell } from "@/components/form/field-shell";
import { Combobox } from "@/components/ui/combobox";
import { Input } from "@/components/ui/input";
import { DATE_FORMATS, type DraftTime } from "./draft";

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
  const names = header.filter((name) => name !== "");
  const several =
    value && value.columns.length > 1 ? [{ value: value.columns.join("\n"), label: value.columns.join(" + ") }] : [];
  const options = [
    { value: NOW, label: t("origin.now") },
    ...several,
    ...names.map((name) => ({ value: name, label: name })),
  ];
  const formats = [...new Set([...DATE_FORMATS, ...(value ? [value.format] : [])])];
  const change = (changes: Partial<DraftTime>) =>
    onChange({ columns: [], format: "ISO", time_zone: timeZone, ...value, ...changes });
  return (
    <FieldShell id={id} label={t("fields.created")} description={t("origin.timeHint")} error={error}>
      <div className="flex flex-wrap gap-2">
        <Combobox
          id={id}
          className="min-w-40 flex-1"
          options={options}
          value={value?.columns.join("\n") ?? NOW}
          onValueChange={(next) =>
            next === null || next === NOW ? onChange(undefined) : change({ columns: next.split("\n") })
          }
          clearable={false}
          aria-describedby={`${id}-description ${id}-error`}
          aria-invalid={error !== undefined}
        />
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
      </div>
    </FieldShell>
  );
}
