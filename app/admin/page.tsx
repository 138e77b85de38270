import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { DayChart } from "@/components/charts/day-chart";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { getPlatformTotals } from "@/lib/platform-totals/queries";
import { TOTALS_RANGES } from "@/lib/platform-totals/schema";
import { activeTenantsChart, failuresChart } from "./_overview/chart-data";
import { FactCards } from "./_overview/fact-cards";
import { overviewHref, readRange } from "./_overview/range";
import { RangeTabs } from "./_overview/range-tabs";
import { VolumeCard } from "./_overview/volume-card";

export const metadata: Metadata = { title: "Platform" };

export default adminPage(async ({ admin, person, searchParams }) => {
  const range = readRange(searchParams);
  const totals = await getPlatformTotals(admin, range);
  return (
    <>
      <PageHeader title="Overview" description="All tenants together, in days of UTC." />
      <RangeTabs
        ranges={TOTALS_RANGES.map((days) => ({ days, href: overviewHref({ ...range, days }) }))}
        days={range.days}
      />
      <FactCards totals={totals} />
      <VolumeCard totals={totals} days={range.days} format={person} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Card title="Failed payments" description="By the day the payment was made, and by who was to collect it.">
          {totals.failures.length > 0 ? (
            <DayChart caption="Failed payments by provider and day" legendShown {...failuresChart(totals, person)} />
          ) : (
            <EmptyState icon={CircleCheck} title="No payment failed in these days" />
          )}
        </Card>
        <Card title="Tenants at work" description="Those that made payments or sent requests on the day.">
          <DayChart caption="Tenants at work by day" {...activeTenantsChart(totals, person)} />
        </Card>
      </div>
    </>
  );
});
