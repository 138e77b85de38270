import Link from "next/link";
import type { ReactNode } from "react";
import { SparkLine } from "@/components/charts/spark-line";
import { Money } from "@/components/ui/money";
import { Change } from "./change";
import type { ChartInput } from "./charts";
import { averageOf, changeOf, type Figures, netOf, rateOf, sumOf } from "./figures";
import { COLLECTED, FAILED, type Selection } from "./hrefs";

const numbers = new Intl.NumberFormat("en");
const percents = new Intl.NumberFormat("en", { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });

interface Figure {
  label: string;
  /** What is counted, so that two people mean the same by it. */
  hint: string;
  measure: (figures: Figures) => number | null;
  print: (value: number | null, currency: string) => ReactNode;
  /** What more of it is; neither, where it is just more. */
  more: "good" | "bad" | "neutral";
  /** The list of what is counted; null where no one list holds it. */
  href: ((hrefs: ChartInput["hrefs"], selection: Selection) => string | null) | null;
  isRate?: true;
}

const money = (value: number | null, currency: string) => <Money amountMinor={value} currency={currency} />;

const FIGURES: readonly Figure[] = [
  {
    label: "Collected",
    hint: "Before refunds",
    measure: ({ processed_amount }) => processed_amount,
    print: money,
    more: "good",
    href: (hrefs, selection) => hrefs.payments({ ...selection, statuses: COLLECTED }),
  },
  {
    label: "Refunded",
    hint: "On the day it succeeded",
    measure: ({ refunded_amount }) => refunded_amount,
    print: money,
    more: "bad",
    href: (hrefs, selection) => hrefs.refunds?.(selection) ?? null,
  },
  { label: "Net", hint: "Collected less refunded", measure: netOf, print: money, more: "good", href: null },
  {
    label: "Success rate",
    hint: "Collected, of those collected or failed",
    measure: rateOf,
    print: (value) => (value === null ? "–" : percents.format(value)),
    more: "good",
    href: (hrefs, selection) => hrefs.payments({ ...selection, statuses: [...COLLECTED, ...FAILED] }),
    isRate: true,
  },
  {
    label: "Payments",
    hint: "Made, whatever became of them",
    measure: ({ payment_count }) => payment_count,
    print: (value) => numbers.format(value ?? 0),
    more: "neutral",
    href: (hrefs, selection) => hrefs.payments(selection),
  },
  {
    label: "Average payment",
    hint: "Of those collected",
    measure: averageOf,
    print: money,
    more: "neutral",
    href: (hrefs, selection) => hrefs.payments({ ...selection, statuses: COLLECTED }),
  },
];

/** The figures of the range in one currency, each with the period before, its course, and a way to what it counts. */
export function FigureCards({ now, before, currency, accountId, hrefs }: ChartInput) {
  const sum = sumOf(now.parts);
  const sumBefore = before && sumOf(before.parts);
  return (
    <ul className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))]">
      {FIGURES.map(({ label, hint, measure, print, more, href, isRate }) => {
        const value = measure(sum);
        const earlier = sumBefore && measure(sumBefore);
        const to = href?.(hrefs, { accountId, currency, range: now.period });
        const toEarlier = before && href?.(hrefs, { accountId, currency, range: before.period });
        return (
          <li
            key={label}
            className="relative flex flex-col rounded-lg border bg-surface p-3 hover:bg-surface-muted/60 sm:p-4"
          >
            <div className="flex flex-wrap items-baseline justify-between gap-x-2">
              {to ? (
                <Link href={to} prefetch={false} className="font-medium after:absolute after:inset-0 after:rounded-lg">
                  {label}
                </Link>
              ) : (
                <span className="font-medium">{label}</span>
              )}
              <span className="text-2xs text-muted-foreground">{hint}</span>
            </div>
            <p className="mt-1.5 flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
              <span className="font-semibold text-lg tabular-nums sm:text-xl">{print(value, currency)}</span>
              {before && (
                <Change
                  change={isRate ? difference(value, earlier) : changeOf(value, earlier)}
                  more={more}
                  isPoints={isRate}
                />
              )}
            </p>
            {before && (
              <p className="text-muted-foreground text-xs">
                {"Before: "}
                {toEarlier ? (
                  <Link href={toEarlier} prefetch={false} className="relative z-10 rounded-sm hover:underline">
                    {print(earlier, currency)}
                  </Link>
                ) : (
                  print(earlier, currency)
                )}
              </p>
            )}
            <div className="mt-auto h-8 pt-2">
              <SparkLine values={now.parts.map(measure).filter((one) => one !== null)} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function difference(value: number | null, before: number | null): number | null {
  return value === null || before === null ? null : value - before;
}
