"use client";

import { useState } from "react";
import { Input } from "@/components/ui/input";
import { findCurrency } from "@/lib/currencies";
import { formatDecimal, parseAmount } from "@/lib/money";

export interface MoneyInputProps {
  /** Minor units; `null` for empty, NaN for a text that is no amount, which no schema for amounts accepts. */
  value: number | null;
  onChange: (amountMinor: number | null) => void;
  /** ISO 4217 code; "" while none is chosen. */
  currency: string;
  label: string;
  placeholder?: string;
  disabled?: boolean;
  isInvalid?: boolean;
}

/** A bare amount field for lines of a table: decimals are typed, minor units come out. Give it a `key` per currency. */
export function MoneyInput({ value, onChange, currency, label, placeholder, disabled, isInvalid }: MoneyInputProps) {
  const [text, setText] = useState<string | null>(null);
  const isKnown = findCurrency(currency) !== undefined;
  const shown = value !== null && Number.isSafeInteger(value) && isKnown ? formatDecimal(value, currency) : "";
  const problem = text?.trim() && isKnown ? parseAmount(text, currency) : null;
  function change(typed: string) {
    setText(typed);
    const parsed = parseAmount(typed, currency);
    onChange(typed.trim() === "" ? null : parsed.ok ? parsed.amountMinor : Number.NaN);
  }
  return (
    <Input
      aria-label={label}
      aria-invalid={isInvalid || (problem && !problem.ok) || undefined}
      value={text ?? shown}
      onChange={(event) => change(event.target.value)}
      inputMode="decimal"
      autoComplete="off"
      placeholder={placeholder}
      disabled={disabled}
      className="text-end tabular-nums"
    />
  );
}
