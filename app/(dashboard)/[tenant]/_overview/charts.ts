import type { GhostSeries, LinkChartProps, LinkSeries, RateSeries } from "@/components/charts/link-chart";
import { roundTicksBothWays } from "@/components/charts/ticks";
import { exponentOf, formatAmount } from "@/lib/money";
import { formatTime } from "@/lib/time";
import type { Bucket } from "@/lib/time-buckets";
import { type Figures, rateOf } from "./figures";
import { COLLECTED, FAILED, type Hrefs, type Selection } from "./hrefs";
import { type Reader, spanText } from "./periods";
import type { Period } from "./range";
import type { Words } from "./words";

type Chart = Omit<LinkChartProps, "caption">;

/** A period with the figures of its parts. */
export interface PeriodFigures {
  period: Period;
  parts: readonly Figures[];
}

export interface ChartInput {
  now: PeriodFigures;
  before: PeriodFigures | null;
  currency: string;
  accountId: string | null;
  hrefs: Hrefs;
  reader: Reader;
}

const SHORT = { notation: "compact", maximumFractionDigits: 1 } as const;
const PERCENTS = { style: "percent", maximumFractionDigits: 1 } as const;

/** What was collected, with what went back below it and the period before behind it. */
export function volumeChart(words: Words, { now, before, currency, accountId, hrefs, reader }: ChartInput): Chart {
  const { t, locale } = words;
  const money = (amount: number) => formatAmount(amount, currency, locale);
  const at = (range: Bucket): Selection => ({ accountId, currency, range });
  const { refunds } = hrefs;
  const up: LinkSeries = {
    label: t("charts.up"),
    tone: "accent",
    values: now.parts.map(({ processed_amount }) => processed_amount),
    texts: now.parts.map((one) =>
      t("charts.upText", { amount: money(one.processed_amount), count: one.processed_count }),
    ),
    hrefs: linked(
      now,
      ({ processed_count }) => processed_count,
      (range) => hrefs.payments({ ...at(range), statuses: COLLECTED }),
    ),
  };
  const hasRefunds = now.parts.some(({ refund_count }) => refund_count > 0);
  const down: LinkSeries | undefined = hasRefunds
    ? {
        label: t("charts.down"),
        tone: "warning",
        values: now.parts.map(({ refunded_amount }) => refunded_amount),
        texts: now.parts.map(({ refunded_amount }) => money(refunded_amount)),
        hrefs: linked(now, ({ refund_count }) => refund_count, refunds && ((range) => refunds(at(range)))),
      }
    : undefined;
  const ghost = before && ghostOf(t, before, now, reader, ({ processed_amount }) => processed_amount, money);
  const minorUnits = 10 ** exponentOf(currency);
  return {
    ...partsOf(t, now, reader),
    up,
    down,
    ghost: ghost ?? undefined,
    ticks: ticksOf(words, [...up.values, ...(ghost?.values ?? [])], down?.values ?? [], minorUnits),
  };
}

/** Failed payments, and which part of those that ended was collected. */
export function outcomeChart(words: Words, { now, before, currency, accountId, hrefs, reader }: ChartInput): Chart {
  const { t, format } = words;
  const failed = now.parts.map(({ failed_count }) => failed_count);
  const rates = now.parts.map(rateOf);
  const rate: RateSeries = {
    label: t("charts.rate"),
    values: rates,
    texts: rates.map((value) => (value === null ? "" : format.number(value, PERCENTS))),
  };
  const ghost =
    before &&
    ghostOf(
      t,
      before,
      now,
      reader,
      ({ failed_count }) => failed_count,
      (n) => format.number(n),
    );
  return {
    ...partsOf(t, now, reader),
    up: {
      label: t("charts.failedUp"),
      tone: "danger",
      values: failed,
      texts: failed.map((count) => t("charts.failedText", { count })),
      hrefs: linked(
        now,
        ({ failed_count }) => failed_count,
        (range) => hrefs.payments({ accountId, currency, range, statuses: FAILED }),
      ),
    },
    ghost: ghost ?? undefined,
    rate,
    ticks: ticksOf(words, [...failed, ...(ghost?.values ?? [])], [], 1),
  };
}

function partsOf(
  t: Words["t"],
  { period }: PeriodFigures,
  reader: Reader,
): Pick<Chart, "labels" | "starts" | "partName"> {
  const style = period.interval === "hour" ? "minute" : "date";
  return {
    labels: labelsOf(t, period, reader),
    starts: period.buckets.map(({ from }) => formatTime(from, reader.timeZone, style, reader)),
    partName: t(`parts.${period.interval}`),
  };
}

/** Names of a period's parts, no two alike. */
function labelsOf(t: Words["t"], { interval, buckets }: Period, reader: Reader): string[] {
  const seen = new Set<string>();
  return buckets.map((bucket) => {
    const plain =
      interval === "hour" ? formatTime(bucket.from, reader.timeZone, "minute", reader) : spanText(bucket, reader);
    // An hour comes twice where clocks go back.
    const label = seen.has(plain) ? t("charts.again", { time: plain }) : plain;
    seen.add(label);
    return label;
  });
}

/** Where something was counted, the list of it. */
function linked(
  { period, parts }: PeriodFigures,
  countOf: (figures: Figures) => number,
  hrefOf: ((range: Bucket) => string) | null,
): (string | null)[] {
  return period.buckets.map((bucket, index) => {
    const figures = parts[index];
    return hrefOf && figures && countOf(figures) > 0 ? hrefOf(bucket) : null;
  });
}

function ghostOf(
  t: Words["t"],
  before: PeriodFigures,
  now: PeriodFigures,
  reader: Reader,
  measure: (figures: Figures) => number,
  textOf: (value: number) => string,
): GhostSeries | null {
  const parts = before.parts.slice(0, now.parts.length);
  if (parts.every((figures) => measure(figures) === 0)) return null;
  return {
    label: t("charts.before"),
    values: parts.map(measure),
    texts: parts.map((figures) => textOf(measure(figures))),
    labels: labelsOf(t, before.period, reader).slice(0, parts.length),
  };
}

/** Round lines in the currency's main unit, where people think. */
function ticksOf(
  { format }: Words,
  up: readonly number[],
  down: readonly number[],
  minorUnits: number,
): Chart["ticks"] {
  const most = (values: readonly number[]) => Math.max(0, ...values) / minorUnits;
  return roundTicksBothWays(most(up), most(down)).map(({ value, hasRoom }) => ({
    value: value * minorUnits,
    text: hasRoom ? tickText(format, value) : "",
  }));
}

function tickText(format: Words["format"], value: number): string {
  return value < 0 ? `−${format.number(-value, SHORT)}` : format.number(value, SHORT);
}
