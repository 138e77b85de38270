import type { ChartDay, DayChartProps } from "@/components/charts/day-chart";
import { roundTicks } from "@/components/charts/ticks";
import { DEFAULT_LOCALE, numbersOf } from "@/lib/locale";
import type { Texts } from "@/lib/messages/texts";
import { exponentOf, formatAmount } from "@/lib/money";
import type { PlatformTotals } from "@/lib/platform-totals/schema";
import type { PROVIDER_NAMES } from "@/lib/provider-names";
import { formatTime, type TimeFormat } from "@/lib/time";

type Chart = Pick<DayChartProps, "series" | "days" | "ticks">;

type PlatformTexts = Texts<"server.platform">;

const PROVIDERS = [
  { provider: "stripe", name: "stripe", tone: "accent" },
  { provider: "sandbox", name: "sandbox", tone: "info" },
  { provider: null, name: "none", tone: "neutral" },
] as const satisfies readonly { provider: (typeof PROVIDER_NAMES)[number] | null; name: string; tone: string }[];

/** What was collected, in one currency. */
export function volumeChart(t: PlatformTexts, { volume }: PlatformTotals, currency: string, format: TimeFormat): Chart {
  const locale = numbersOf(format.locale ?? DEFAULT_LOCALE);
  const days = volume.map(({ day, amount, count }) => ({
    label: dayLabel(day, format),
    values: [amount],
    texts: [`${formatAmount(amount, currency, locale)} · ${t("overview.payments", { count })}`],
  }));
  const minorUnits = 10 ** exponentOf(currency);
  // Round in the currency's main unit, where people think.
  const ticks = roundTicks(Math.max(...volume.map(({ amount }) => amount)) / minorUnits);
  return {
    series: [{ label: t("volume.title"), tone: "accent" }],
    days,
    ticks: ticks.map((value) => ({ value: value * minorUnits, text: t("overview.tick", { value }) })),
  };
}

/** Failed payments by provider; only providers that have some in these days. */
export function failuresChart(t: PlatformTexts, { failures, volume }: PlatformTotals, format: TimeFormat): Chart {
  const series = PROVIDERS.filter((one) => failures.some(({ provider }) => provider === one.provider));
  const days = volume.map(({ day }) => {
    const values = series.map(
      (one) => failures.find((row) => row.day === day && row.provider === one.provider)?.count ?? 0,
    );
    return countDay(t, dayLabel(day, format), values);
  });
  return {
    series: series.map(({ name, tone }) => ({ label: t(`providers.${name}`), tone })),
    days,
    ticks: countTicks(t, days),
  };
}

/** Tenants at work, by day. */
export function activeTenantsChart(t: PlatformTexts, { active_tenants }: PlatformTotals, format: TimeFormat): Chart {
  const days = active_tenants.map(({ day, count }) => countDay(t, dayLabel(day, format), [count]));
  return { series: [{ label: t("atWork.title"), tone: "accent" }], days, ticks: countTicks(t, days) };
}

function countDay(t: PlatformTexts, label: string, values: number[]): ChartDay {
  return { label, values, texts: values.map((value) => t("overview.value", { value })) };
}

function countTicks(t: PlatformTexts, days: readonly ChartDay[]): Chart["ticks"] {
  const most = Math.max(...days.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  return roundTicks(most).map((value) => ({ value, text: t("overview.tick", { value }) }));
}

function dayLabel(day: string, format: TimeFormat): string {
  return formatTime(`${day}T00:00:00Z`, "UTC", "date", format);
}
