import Link from "next/link";
import type { PaymentIntentStatus } from "@/lib/payment-intents/lifecycle";
import type { PaymentIntentTotal } from "@/lib/payment-intents/schema";

interface CardDef {
  label: string;
  hint: string;
  /** Absent: all. */
  statuses?: readonly PaymentIntentStatus[];
}

const CARDS: readonly CardDef[] = [
  { label: "Payments", hint: "in this range" },
  { label: "Succeeded", hint: "refunded ones included", statuses: ["PROCESSED", "PARTIALLY_REFUNDED", "REFUNDED"] },
  { label: "Open", hint: "initialized or processing", statuses: ["INITIALIZED", "PROCESSING"] },
  { label: "Failed", hint: "refused or broken off", statuses: ["FAILED"] },
];

const numbers = new Intl.NumberFormat("en");
const percents = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

export interface TotalCardsProps {
  totals: readonly PaymentIntentTotal[];
  hrefOf: (statuses?: readonly PaymentIntentStatus[]) => string;
}

/** How many payments there are, by what became of them. Numbers, not sums: amounts of several currencies have none. */
export function TotalCards({ totals, hrefOf }: TotalCardsProps) {
  const count = (statuses?: readonly PaymentIntentStatus[]) =>
    totals.reduce((sum, total) => (!statuses || statuses.includes(total.status) ? sum + total.count : sum), 0);
  const all = count();
  return (
    <ul className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
      {CARDS.map(({ label, hint, statuses }) => (
        <li key={label} className="relative rounded-lg border bg-surface p-3 hover:bg-surface-muted/60 sm:p-4">
          <Link href={hrefOf(statuses)} className="text-muted-foreground after:absolute after:inset-0">
            {label}
          </Link>
          <p className="mt-1 flex flex-wrap items-baseline gap-x-2 font-semibold text-xl tabular-nums">
            {numbers.format(count(statuses))}{" "}
            {statuses && all > 0 && (
              <span className="font-normal text-muted-foreground text-sm">
                {percents.format(count(statuses) / all)}
              </span>
            )}
          </p>
          <p className="text-muted-foreground text-xs">{hint}</p>
        </li>
      ))}
    </ul>
  );
}
