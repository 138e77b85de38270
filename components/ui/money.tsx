import { useLocale } from "next-intl";
import { cn } from "@/lib/cn";
import { numbersOf } from "@/lib/locale";
import { formatAmount } from "@/lib/money";

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
export function Money({ amountMinor, currency, codeHidden = false, className }: MoneyProps) {
  const locale = numbersOf(useLocale());
  if (amountMinor === null || currency === null) return <span className="text-muted-foreground">–</span>;
  const text = formatAmount(amountMinor, currency, locale);
  // Currencies without a symbol of their own are written with the code in place of it.
  const showsCode = !codeHidden && !text.includes(currency);
  return (
    <span className={cn("amount", className)}>
      {text}
      {showsCode && <span className="ms-1 text-muted-foreground text-xs">{currency}</span>}
    </span>
  );
}
