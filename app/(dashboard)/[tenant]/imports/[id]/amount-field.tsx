"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type DraftAmount, formulaName } from "./draft";
import { columnOptions, OriginField } from "./origin-field";

export interface AmountFieldProps {
  label: string;
  hint?: string;
  header: readonly string[];
  value: DraftAmount | undefined;
  onChange: (value: DraftAmount | undefined) => void;
  error?: string;
}

const NONE = "none";
const FORMULA = "formula";
const UNITS = ["major", "minor"] as const;

/** Where an amount comes from: a column, or a formula of several. */
export function AmountField({ label, hint, header, value, onChange, error }: AmountFieldProps) {
  const t = useTranslations("client.imports.origin");
  const column = header.find((name) => name !== "" && value?.formula.trim() === formulaName(name));
  const chosen = value === undefined ? NONE : column === undefined ? FORMULA : `column ${column}`;
  const options = [
    { value: NONE, label: t("notInFile") },
    { value: FORMULA, label: t("formula") },
    ...columnOptions(header, "column "),
  ];
  const change = (changes: Partial<DraftAmount>) =>
    onChange({ unit: "major", rounding: "half-even", formula: "", ...value, ...changes });

  function choose(next: string | null) {
    if (next === FORMULA) change({ formula: value?.formula ? `${value.formula} * 1` : "" });
    else if (next?.startsWith("column ")) change({ formula: formulaName(next.slice("column ".length)) });
    else onChange(undefined);
  }

  return (
    <OriginField
      label={label}
      hint={chosen === FORMULA ? t("formulaHint") : hint}
      options={options}
      value={chosen}
      onChange={choose}
      error={error}
    >
      {value && (
        <Select
          className="w-56 max-w-full"
          aria-label={t("unitLabel", { label })}
          options={UNITS.map((unit) => ({ value: unit, label: t(unit) }))}
          value={value.unit ?? "major"}
          onValueChange={(unit) =>
            change({ unit: unit ?? "major", rounding: unit === "minor" ? "exact" : "half-even" })
          }
        />
      )}
      {chosen === FORMULA && (
        <Input
          className="basis-full font-mono text-xs"
          aria-label={t("formulaLabel", { label })}
          placeholder={t("formulaExample")}
          value={value?.formula ?? ""}
          onChange={(event) => change({ formula: event.target.value })}
        />
      )}
    </OriginField>
  );
}
