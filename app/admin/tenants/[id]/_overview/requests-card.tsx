import { DayChart } from "@/components/charts/day-chart";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { TenantUsage } from "@/lib/tenants/usage-schema";
import type { TimeFormat } from "@/lib/time";
import { requestsChart } from "./requests-chart";

const numbers = new Intl.NumberFormat("en");

/** Requests to the API on each of the last 30 days. */
export function RequestsCard({ requests, format }: { requests: TenantUsage["requests"]; format: TimeFormat }) {
  const total = requests.reduce((sum, { count }) => sum + count, 0);
  return (
    <Card title="Requests to the API" description={`${numbers.format(total)} in the last 30 days, by day in UTC`}>
      {total === 0 ? (
        <EmptyState title="No requests yet" description="Nobody has used the API in these days." className="py-8" />
      ) : (
        <DayChart caption="Requests to the API by day" {...requestsChart(requests, format)} />
      )}
    </Card>
  );
}
