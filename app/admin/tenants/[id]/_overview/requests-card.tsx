import { useTranslations } from "next-intl";
import { DayChart } from "@/components/charts/day-chart";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { TenantUsage } from "@/lib/tenants/usage-schema";
import type { TimeFormat } from "@/lib/time";
import { requestsChart } from "./requests-chart";

/** Requests to the API on each of the last 30 days. */
export function RequestsCard({ requests, format }: { requests: TenantUsage["requests"]; format: TimeFormat }) {
  const t = useTranslations("server.adminTenants");
  const total = requests.reduce((sum, { count }) => sum + count, 0);
  return (
    <Card title={t("requests.title")} description={t("requests.summary", { count: total })}>
      {total === 0 ? (
        <EmptyState title={t("requests.none")} description={t("requests.noneHelp")} className="py-8" />
      ) : (
        <DayChart caption={t("requests.caption")} {...requestsChart(t, requests, format)} />
      )}
    </Card>
  );
}
