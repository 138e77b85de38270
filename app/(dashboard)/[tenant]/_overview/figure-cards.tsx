import Link from "next/link";
import type { ReactNode } from "react";
import { SparkLine } from "@/components/charts/spark-line";
import { Money } from "@/components/ui/money";
import { Change } from "./change";
import type { ChartInput } from "./charts";
import { averageOf, changeOf, type Figures, netOf, rateOf, sumOf } from "./figures";
import { COLLECTED, FAILED, type Selection } from "./hrefs";
import { useWords, type Words } from "./words";

const PERCENTS = { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

interface Figure {
  /** Its label, with a hint of what is counted, so that two people mean the same by it. */
  name: "collected" | "refunded" | "net" | "rate" | "payments" | "average";
  measure: (figures: Figures) => number | null;
  print: (value: number | null, currency: string, format: Words["format"]) => ReactNode;
  /** What more of it is; neither, where it is just more. */
  more: "good" | "bad" | "neutral";
  /** The list of what is counted; null where no one list holds it. */
  href: ((hrefs: ChartInput["hrefs"], selection: Selection) => string | null) | null;
  isRate?: true;
}

const money = (value: number | null, currency: string) => <Money amountMinor={value} currency={currency} />;

const FIGURES: readonly Figure[] = [
  {
    name: "collected",
    measure: ({ processed_amount }) => processed_amount,
    print: money,
    more: "good",
    href: (hrefs, selection) => hrefs.payments({ ...selection, statuses: COLLECTED }),
  },
  {
    name: "refunded",
    measure: ({ refunded_amount }) => refunded_amount,
    print: money,
    more: "bad",
    href: (hrefs, selection) => hrefs.refunds?.(selection) ?? null,
  },
  { name: "net", measure: netOf, print: money, more: "good", href: null },
  {
    name: "rate",
    measure: rateOf,
    print: (value, _currency, format) => (value === null ? "–" : format.number(value, PERCENTS)),
    more: "good",
    href: (hrefs, selection) => hrefs.payments({ ...selection, statuses: [...COLLECTED, ...FAILED] }),
    isRate: true,
  },
  {
    name: "payments",
    measure: ({ payment_count }) => payment_count,
    print: (value, _currency, format) => format.number(value ?? 0),
    more: "neutral",
    href: (hrefs, selection) => hrefs.payments(selection),
  },
  {
    name: "average",
    measure: averageOf,
    print: money,
    more: "neutral",
    href: (hrefs, selection) => hrefs.payments({ ...selection, statuses: COLLECTED }),
  },
];

/** The figures of the range in one currency, each with the period before, its course, and a way to what it counts. */
export function FigureCards({ now, before, currency, accountId, hrefs }: ChartInput) {
  const words = useWords();
  const { t, format } = words;
  const sum = sumOf(now.parts);
  const sumBefore = before && sumOf(before.parts);
  return (
    <ul className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))]">
      {FIGURES.map(({ name, measure, print, more, href, isRate }) => {
        const label = t(`figures.${name}`);
        const value = measure(sum);
        const earlier = sumBefore && measure(sumBefore);
        const to = href?.(hrefs, { accountId, currency, range: now.period });
        const toEarlier = before && href?.(hrefs, { accountId, currency, range: before.period });
        return (
          <li
            key={name}
            className="relative flex min-w-0 flex-col rounded-lg border bg-surface p-3 hover:bg-surface-muted/60 sm:p-4"
          >
            <div className="flex flex-wrap items-baseline justify-between gap-x-2">
              {to ? (
                <Link href={to} prefetch={false} className="font-medium after:absolute after:inset-0 after:rounded-lg">
                  {label}
                </Link>
              ) : (
                <span className="font-medium">{label}</span>
              )}
              <span className="text-2xs text-muted-foreground">{t(`figures.${name}Hint`)}</span>
            </div>
            <p className="mt-1.5 flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
              {/* Two beside one another on a phone: a long amount lets its currency go to the next line. */}
              <span className="font-semibold text-base tabular-nums sm:text-xl max-sm:[&_.amount]:whitespace-normal">
                {print(value, currency, format)}
              </span>
              {before && (
                <Change
                  words={words}
                  change={isRate ? difference(value, earlier) : changeOf(value, earlier)}
                  more={more}
                  isPoints={isRate}
                />
              )}
            </p>
            {before && (
              <p className="text-muted-foreground text-xs">
                {t.rich("figures.before", {
                  value: () =>
                    toEarlier ? (
                      <Link href={toEarlier} prefetch={false} className="relative z-10 rounded-sm hover:underline">
                        {print(earlier, currency, format)}
                      </Link>
                    ) : (
                      print(earlier, currency, format)
                    ),
                })}
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
