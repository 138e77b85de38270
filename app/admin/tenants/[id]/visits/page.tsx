import type { Metadata } from "next";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { RefreshWhile } from "@/app/(dashboard)/[tenant]/refresh-while";
import { OpenVisits } from "@/app/admin/visits/open-visits";
import { StepInButton } from "@/app/admin/visits/step-in-button";
import { VisitsTable } from "@/app/admin/visits/visits-table";
import { Card } from "@/components/ui/card";
import { adminPage } from "@/lib/http/page";
import { getTenant } from "@/lib/tenants/queries";
import { listOpenPlatformVisits, listPlatformVisits } from "@/lib/visits/queries";
import { platformVisitList } from "@/lib/visits/schema";

export const metadata: Metadata = { title: "Visits" };

export default adminPage<{ id: string }>(async ({ admin, person, params, searchParams }) => {
  const id = recordId(params.id);
  const { query, issues } = readList(platformVisitList, { ...searchParams, tenant: id }, person);
  const [tenant, page, open] = await Promise.all([
    getTenant(admin, { id }),
    listPlatformVisits(admin, query),
    listOpenPlatformVisits(admin, id),
  ]);
  // Only pages of this very tenant: a link must lead nowhere else.
  const { next } = searchParams;
  const first = typeof next === "string" && next.startsWith(`/${tenant.slug}/`) ? next : null;
  const shared = { timeZone: person.timeZone, showsTenant: false };
  return (
    <>
      <Card title="Step in" actions={<StepInButton tenant={tenant} next={first} />}>
        <p className="text-muted-foreground">
          A visit shows you this tenant's own pages for an hour at most, with a reason that its people read. Customers'
          personal data is masked. It only reads until another platform admin agrees to more.
        </p>
      </Card>
      <RefreshWhile pending={open.length > 0} />
      {open.length > 0 && <OpenVisits visits={open} userId={admin.userId} {...shared} />}
      <VisitsTable
        page={page}
        links={linksOf(platformVisitList, query, `/admin/tenants/${id}/visits`, page)}
        issues={issues}
        {...shared}
      />
    </>
  );
});
