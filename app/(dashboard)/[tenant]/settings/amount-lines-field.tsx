"use client";

import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { MoneyInput } from "@/components/form/money-input";
import { type FieldProps, useField } from "@/components/form/use-field";
import { Combobox } from "@/components/ui/combobox";
import { useCurrencyOptions } from "../options";
import { LinesField } from "./lines-field";

interface AmountLine {
  currency: string;
  amount: number | null;
}

/** An amount for each of some currencies; the form holds minor units, or `null` without a line. */
export function AmountLinesField<Values extends FieldValues, Output>(props: FieldProps<Values, Output>) {
  const t = useTranslations("client.settings.lines");
  const currencyOptions = useCurrencyOptions();
  const { field, error, id } = useField(props);
  const lines: readonly AmountLine[] = field.value ?? [];
  return (
    <LinesField<AmountLine>
      id={id}
      label={props.label}
      description={props.description}
      error={error}
      disabled={props.disabled}
      lines={lines}
      onChange={field.onChange}
      newLine={() => ({ currency: "", amount: null })}
      addLabel={t("addCurrency")}
    >
      {(line, change, number) => (
        <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-2">
          <Combobox
            aria-label={t("currency", { number })}
            options={currencyOptions}
            placeholder={t("currencyHint")}
            clearable={false}
            disabled={props.disabled}
            value={line.currency || null}
            onValueChange={(currency) => change({ currency: currency ?? "" })}
          />
          <MoneyInput
            key={line.currency}
            label={t("amount", { number })}
            currency={line.currency}
            value={line.amount}
            onChange={(amount) => change({ amount })}
            placeholder={t("amountHint")}
            disabled={props.disabled || line.currency === ""}
          />
        </div>
      )}
    </LinesField>
  );
}
