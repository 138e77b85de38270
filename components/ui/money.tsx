import { useLocale } from "next-intl";
import { cn } from "@/lib/cn";
import { type Locale, numbersOf } from "@/lib/locale";
import { formatAmount, formatBareAmount } from "@/lib/money";
import { Absent } from "./absent";
import { plain } from "./plain";

export interface MoneyProps {
  /** Integer in minor units; `null` shows a dash. */
  amountMinor: number | null;
  /** ISO 4217 code. */
  currency: string | null;
  /** Leaves out the code where a column or a heading gives it already. */
  codeHidden?: boolean;
  className?: string;
}

/** An amount with tabular digits and its currency code, since "$" alone is twenty currencies. */
export const Money = plain(
  function Money(props: MoneyProps) {
    return amount(props, useLocale());
  },
  (props, { locale }) => amount(props, locale),
);

function amount({ amountMinor, currency, codeHidden = false, className }: MoneyProps, locale: Locale) {
  if (amountMinor === null || currency === null) return <Absent />;
  const numbers = numbersOf(locale);
  const text = formatAmount(amountMinor, currency, numbers);
  // Where a currency has no symbol the code would stand before the digits: behind them, as everywhere, a column's digits line up.
  const figure = text.includes(currency) ? formatBareAmount(amountMinor, currency, numbers) : text;
  return (
    <span className={cn("amount", className)}>
      {figure}
      {!codeHidden && (
        <>
          {/* A space of text, for who copies the amount. */} <small>{currency}</small>
        </>
      )}
    </span>
  );
}
