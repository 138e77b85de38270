import type { DayChartProps } from "@/components/charts/day-chart";
import { roundTicks } from "@/components/charts/ticks";
import type { TenantUsage } from "@/lib/tenants/usage-schema";
import { formatTime, type TimeFormat } from "@/lib/time";

const numbers = new Intl.NumberFormat("en");
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** Requests by day, by what became of them; kinds that never happened are left out. */
export function requestsChart(
  requests: TenantUsage["requests"],
  format: TimeFormat,
): Pick<DayChartProps, "series" | "days" | "ticks"> {
  type Day = (typeof requests)[number];
  const kinds = [
    {
      label: "Answered",
      tone: "accent",
      of: ({ count, client_errors, server_errors }: Day) => count - client_errors - server_errors,
    },
    { label: "Refused (4xx)", tone: "warning", of: ({ client_errors }: Day) => client_errors },
    { label: "Failed (5xx)", tone: "danger", of: ({ server_errors }: Day) => server_errors },
  ] as const;
  const series = kinds.filter(({ of }) => requests.some((day) => of(day) > 0));
  return {
    series: series.map(({ label, tone }) => ({ label, tone })),
    days: requests.map((day) => {
      const values = series.map(({ of }) => of(day));
      return {
        label: formatTime(`${day.day}T00:00:00Z`, "UTC", "date", format),
        values,
        texts: values.map((value) => numbers.format(value)),
      };
    }),
    ticks: roundTicks(Math.max(...requests.map(({ count }) => count))).map((value) => ({
      value,
      text: short.format(value),
    })),
  };
}
