import { CircleCheck } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { DayChart } from "@/components/charts/day-chart";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getPlatformTotals } from "@/lib/platform-totals/queries";
import { TOTALS_RANGES } from "@/lib/platform-totals/schema";
import { activeTenantsChart, failuresChart } from "./_overview/chart-data";
import { FactCards } from "./_overview/fact-cards";
import { overviewHref, readRange } from "./_overview/range";
import { RangeTabs } from "./_overview/range-tabs";
import { VolumeCard } from "./_overview/volume-card";

export const generateMetadata = pageTitle((t) => t("platform.title"));

export default adminPage(async ({ admin, person, searchParams }) => {
  const t = await getTranslations("server.platform");
  const range = readRange(searchParams);
  const format = { ...person, locale: await getLocale() };
  const totals = await getPlatformTotals(admin, range);
  return (
    <>
      <PageHeader title={t("overview.title")} description={t("overview.help")} />
      <RangeTabs
        ranges={TOTALS_RANGES.map((days) => ({ days, href: overviewHref({ ...range, days }) }))}
        days={range.days}
      />
      <FactCards totals={totals} />
      <VolumeCard totals={totals} days={range.days} format={format} />
      <div className="grid gap-4 xl:grid-cols-2">
        <Card title={t("failures.title")} description={t("failures.help")}>
          {totals.failures.length > 0 ? (
            <DayChart caption={t("failures.caption")} legendShown {...failuresChart(t, totals, format)} />
          ) : (
            <EmptyState icon={CircleCheck} title={t("failures.none")} />
          )}
        </Card>
        <Card title={t("atWork.title")} description={t("atWork.help")}>
          <DayChart caption={t("atWork.caption")} {...activeTenantsChart(t, totals, format)} />
        </Card>
      </div>
    </>
  );
});
