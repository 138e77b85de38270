import type { ChartDay, DayChartProps } from "@/components/charts/day-chart";
import { roundTicks } from "@/components/charts/ticks";
import { exponentOf, formatAmount } from "@/lib/money";
import type { PlatformTotals } from "@/lib/platform-totals/schema";
import type { PROVIDER_NAMES } from "@/lib/provider-names";
import { formatTime, type TimeFormat } from "@/lib/time";

type Chart = Pick<DayChartProps, "series" | "days" | "ticks">;

const numbers = new Intl.NumberFormat("en");
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

const PROVIDERS = [
  { provider: "stripe", label: "Stripe", tone: "accent" },
  { provider: "sandbox", label: "Sandbox", tone: "info" },
  { provider: null, label: "No provider", tone: "neutral" },
] as const satisfies readonly { provider: (typeof PROVIDER_NAMES)[number] | null; label: string; tone: string }[];

/** What was collected, in one currency. */
export function volumeChart({ volume }: PlatformTotals, currency: string, format: TimeFormat): Chart {
  const days = volume.map(({ day, amount, count }) => ({
    label: dayLabel(day, format),
    values: [amount],
    texts: [`${formatAmount(amount, currency)} · ${numbers.format(count)} ${count === 1 ? "payment" : "payments"}`],
  }));
  const minorUnits = 10 ** exponentOf(currency);
  // Round in the currency's main unit, where people think.
  const ticks = roundTicks(Math.max(...volume.map(({ amount }) => amount)) / minorUnits);
  return {
    series: [{ label: "Collected", tone: "accent" }],
    days,
    ticks: ticks.map((value) => ({ value: value * minorUnits, text: short.format(value) })),
  };
}

/** Failed payments by provider; only providers that have some in these days. */
export function failuresChart({ failures, volume }: PlatformTotals, format: TimeFormat): Chart {
  const series = PROVIDERS.filter((one) => failures.some(({ provider }) => provider === one.provider));
  const days = volume.map(({ day }) => {
    const values = series.map(
      (one) => failures.find((row) => row.day === day && row.provider === one.provider)?.count ?? 0,
    );
    return countDay(dayLabel(day, format), values);
  });
  return { series, days, ticks: countTicks(days) };
}

/** Tenants at work, by day. */
export function activeTenantsChart({ active_tenants }: PlatformTotals, format: TimeFormat): Chart {
  const days = active_tenants.map(({ day, count }) => countDay(dayLabel(day, format), [count]));
  return { series: [{ label: "Tenants at work", tone: "accent" }], days, ticks: countTicks(days) };
}

function countDay(label: string, values: number[]): ChartDay {
  return { label, values, texts: values.map((value) => numbers.format(value)) };
}

function countTicks(days: readonly ChartDay[]): Chart["ticks"] {
  const most = Math.max(...days.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  return roundTicks(most).map((value) => ({ value, text: short.format(value) }));
}

function dayLabel(day: string, format: TimeFormat): string {
  return formatTime(`${day}T00:00:00Z`, "UTC", "date", format);
}
