"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";
import type { DraftSource } from "./draft";
import { columnOptions, OriginField } from "./origin-field";

export interface SourceFieldProps {
  label: string;
  hint?: string;
  isNeeded?: boolean;
  header: readonly string[];
  value: DraftSource | undefined;
  onChange: (value: DraftSource | undefined) => void;
  error?: string;
}

const NONE = "none";
const SAME = "constant";
const TEMPLATE = "template";

/** Where a text comes from: a column, one and the same for all lines, several columns put together, or nowhere. */
export function SourceField({ label, hint, isNeeded = false, header, value, onChange, error }: SourceFieldProps) {
  const t = useTranslations("client.imports.origin");
  const options = [
    ...(isNeeded ? [] : [{ value: NONE, label: t("notInFile") }]),
    { value: SAME, label: t("same") },
    { value: TEMPLATE, label: t("several") },
    ...columnOptions(header, "column "),
  ];
  const kind = value?.template !== undefined ? TEMPLATE : value?.constant !== undefined ? SAME : NONE;
  const chosen = value?.column === undefined ? kind : `column ${value.column}`;

  function choose(next: string | null) {
    if (next === SAME) onChange({ constant: "" });
    else if (next === TEMPLATE) onChange({ template: value?.column ? `{${value.column}}` : "" });
    else if (next?.startsWith("column ")) onChange({ column: next.slice("column ".length) });
    else onChange(undefined);
  }

  return (
    <OriginField
      label={label}
      hint={hint}
      optional={!isNeeded}
      options={options}
      value={chosen}
      onChange={choose}
      error={error}
    >
      {chosen === SAME && (
        <Input
          className="min-w-32 flex-1"
          aria-label={t("sameLabel", { label })}
          value={value?.constant ?? ""}
          onChange={(event) => onChange({ constant: event.target.value })}
        />
      )}
      {chosen === TEMPLATE && (
        <Input
          className="min-w-32 flex-1"
          aria-label={t("severalLabel", { label })}
          placeholder={t("severalExample")}
          value={value?.template ?? ""}
          onChange={(event) => onChange({ template: event.target.value })}
        />
      )}
    </OriginField>
  );
}
