import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { Timestamp } from "@/components/ui/timestamp";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getSystem } from "@/lib/system/queries";
import { DatabaseCard } from "./_cards/database-card";
import { JobsCard } from "./_cards/jobs-card";
import { LimitsCard } from "./_cards/limits-card";
import { MigrationsCard } from "./_cards/migrations-card";
import { PoolsCard } from "./_cards/pools-card";
import { StatementsCard } from "./_cards/statements-card";
import { TablesCard } from "./_cards/tables-card";
import { TrafficCards } from "./_cards/traffic-cards";
import { VersionsCard } from "./_cards/versions-card";
import { RefreshButton } from "./refresh-button";
import { signalsOf } from "./signals";
import { SystemTabs } from "./system-tabs";

export const generateMetadata = pageTitle((t) => t("adminSystem.title"));

export default adminPage(async ({ admin, person: { timeZone } }) => {
  const t = await getTranslations("server.adminSystem");
  const system = await getSystem(admin);
  const signals = signalsOf(t, system);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t.rich("asOf", {
          time: () => <Timestamp value={system.taken_at} timeZone={timeZone} style="second" />,
        })}
        actions={<RefreshButton />}
      />
      <div className="flex min-w-0 flex-col gap-4">
        <SystemTabs />
        {signals.length === 0 && <Alert tone="success">{t("allWell")}</Alert>}
        {signals.map(({ tone, text, href }) => (
          <Alert key={text} tone={tone}>
            {text}{" "}
            {href && (
              <Link href={href} className="underline underline-offset-2">
                {t("look")}
              </Link>
            )}
          </Alert>
        ))}
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <DatabaseCard database={system.database} timeZone={timeZone} />
            <TrafficCards system={system} timeZone={timeZone} />
            <MigrationsCard migrations={system.migrations} timeZone={timeZone} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <JobsCard jobs={system.jobs} timeZone={timeZone} />
            <PoolsCard pools={system.pools} process={system.process} />
            <TablesCard tables={system.database.largest_tables} timeZone={timeZone} />
            <StatementsCard statements={system.database.slow_statements} />
            <VersionsCard versions={system.versions} process={system.process} />
          </div>
          <LimitsCard limits={system.limits} />
        </div>
      </div>
    </>
  );
});
