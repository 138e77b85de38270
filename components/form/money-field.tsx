"use client";

import { useEffect, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Input } from "@/components/ui/input";
import { findCurrency } from "@/lib/currencies";
import { formatDecimal, parseAmount } from "@/lib/money";
import { FieldShell } from "./field-shell";
import { type FieldProps, useField } from "./use-field";

export interface MoneyFieldProps<Values extends FieldValues, Output> extends FieldProps<Values, Output> {
  /** ISO 4217 code that says how many decimals there are; "" while none is chosen. */
  currency: string;
}

/** An amount typed as a decimal; the form holds integer minor units, or `null` when empty. */
export function MoneyField<Values extends FieldValues, Output>(props: MoneyFieldProps<Values, Output>) {
  const { currency } = props;
  /** What was typed; `null` while the form's own value stands. */
  const [text, setText] = useState<string | null>(null);
  const parsed = text === null || text.trim() === "" ? null : parseAmount(text, currency);
  const { field, error, id, controlProps } = useField(props, parsed && !parsed.ok ? parsed.message : null);
  const { value, onChange } = field;

  // An effect, since the same text means another number of minor units once the currency changes.
  useEffect(() => {
    if (text === null) return;
    const amount = amountOf(text, currency);
    if (!Object.is(value, amount)) onChange(amount);
  }, [text, currency, value, onChange]);

  return (
    <FieldShell {...props} id={id} error={error}>
      <div className="relative">
        <Input
          {...controlProps}
          ref={field.ref}
          name={field.name}
          onBlur={field.onBlur}
          value={text ?? decimalText(value, currency)}
          onChange={(event) => setText(event.target.value)}
          inputMode="decimal"
          autoComplete="off"
          className="pe-12 tabular-nums"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute inset-y-0 end-2.5 flex items-center text-muted-foreground text-xs"
        >
          {currency}
        </span>
      </div>
    </FieldShell>
  );
}

/** Minor units, `null` for an empty text, or NaN, which no schema for amounts accepts. */
function amountOf(text: string, currency: string): number | null {
  if (text.trim() === "") return null;
  const parsed = parseAmount(text, currency);
  return parsed.ok ? parsed.amountMinor : Number.NaN;
}

function decimalText(value: unknown, currency: string): string {
  return typeof value === "number" && Number.isSafeInteger(value) && findCurrency(currency)
    ? formatDecimal(value, currency)
    : "";
}
