import { getTranslations } from "next-intl/server";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { RefreshWhile } from "@/app/(dashboard)/[tenant]/refresh-while";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listOpenPlatformVisits, listPlatformVisits } from "@/lib/visits/queries";
import { platformVisitList } from "@/lib/visits/schema";
import { OpenVisits } from "./open-visits";
import { VisitsTable } from "./visits-table";

export const generateMetadata = pageTitle((t) => t("platform.visits.title"));

export default adminPage(async ({ admin, person, searchParams }) => {
  const t = await getTranslations("server.platform");
  const { query, issues } = readList(platformVisitList, searchParams, person);
  const [page, open] = await Promise.all([listPlatformVisits(admin, query), listOpenPlatformVisits(admin)]);
  return (
    <>
      <PageHeader title={t("visits.title")} description={t("visits.help")} />
      <div className="flex min-w-0 flex-col gap-4">
        <RefreshWhile pending={open.length > 0} />
        <OpenVisits visits={open} userId={admin.userId} timeZone={person.timeZone} />
        <VisitsTable
          page={page}
          links={linksOf(platformVisitList, query, "/admin/visits", page)}
          issues={issues}
          timeZone={person.timeZone}
        />
      </div>
    </>
  );
});
