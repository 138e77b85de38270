import type { Metadata } from "next";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { RefreshWhile } from "@/app/(dashboard)/[tenant]/refresh-while";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { listOpenPlatformVisits, listPlatformVisits } from "@/lib/visits/queries";
import { platformVisitList } from "@/lib/visits/schema";
import { OpenVisits } from "./open-visits";
import { VisitsTable } from "./visits-table";

export const metadata: Metadata = { title: "Visits" };

export default adminPage(async ({ admin, person, searchParams }) => {
  const { query, issues } = readList(platformVisitList, searchParams, person);
  const [page, open] = await Promise.all([listPlatformVisits(admin, query), listOpenPlatformVisits(admin)]);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <PageHeader
        title="Visits"
        description="Who of us is, or was, in which tenant, and why. To step in, open the tenant's own page."
      />
      <RefreshWhile pending={open.length > 0} />
      <OpenVisits visits={open} userId={admin.userId} timeZone={person.timeZone} />
      <VisitsTable
        page={page}
        links={linksOf(platformVisitList, query, "/admin/visits", page)}
        issues={issues}
        timeZone={person.timeZone}
      />
    </div>
  );
});
