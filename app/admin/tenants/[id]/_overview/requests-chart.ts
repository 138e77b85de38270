import type { DayChartProps } from "@/components/charts/day-chart";
import { roundTicks } from "@/components/charts/ticks";
import type { Texts } from "@/lib/messages/texts";
import type { TenantUsage } from "@/lib/tenants/usage-schema";
import { formatTime, type TimeFormat } from "@/lib/time";

/** Requests by day, by what became of them; kinds that never happened are left out. */
export function requestsChart(
  t: Texts<"server.adminTenants">,
  requests: TenantUsage["requests"],
  format: TimeFormat,
): Pick<DayChartProps, "series" | "days" | "ticks"> {
  type Day = (typeof requests)[number];
  const kinds = [
    {
      label: t("requests.answered"),
      tone: "accent",
      of: ({ count, client_errors, server_errors }: Day) => count - client_errors - server_errors,
    },
    { label: t("requests.refused"), tone: "warning", of: ({ client_errors }: Day) => client_errors },
    { label: t("requests.failed"), tone: "danger", of: ({ server_errors }: Day) => server_errors },
  ] as const;
  const series = kinds.filter(({ of }) => requests.some((day) => of(day) > 0));
  return {
    series: series.map(({ label, tone }) => ({ label, tone })),
    days: requests.map((day) => {
      const values = series.map(({ of }) => of(day));
      return {
        label: formatTime(`${day.day}T00:00:00Z`, "UTC", "date", format),
        values,
        texts: values.map((value) => t("requests.value", { value })),
      };
    }),
    ticks: roundTicks(Math.max(...requests.map(({ count }) => count))).map((value) => ({
      value,
      text: t("requests.tick", { value }),
    })),
  };
}
