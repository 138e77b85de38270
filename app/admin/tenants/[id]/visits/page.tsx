import { getTranslations } from "next-intl/server";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { RefreshWhile } from "@/app/(dashboard)/[tenant]/refresh-while";
import { OpenVisits } from "@/app/admin/visits/open-visits";
import { StepInButton } from "@/app/admin/visits/step-in-button";
import { VisitsTable } from "@/app/admin/visits/visits-table";
import { Card } from "@/components/ui/card";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getTenant } from "@/lib/tenants/queries";
import { listOpenPlatformVisits, listPlatformVisits } from "@/lib/visits/queries";
import { platformVisitList } from "@/lib/visits/schema";

export const generateMetadata = pageTitle((t) => t("adminTenants.visits.title"));

export default adminPage<{ id: string }>(async ({ admin, person, params, searchParams }) => {
  const t = await getTranslations("server.adminTenants");
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
      <Card title={t("visits.stepIn")} actions={<StepInButton tenant={tenant} next={first} />}>
        <p className="text-muted-foreground">{t("visits.help")}</p>
      </Card>
      <RefreshWhile pending={open.length > 0} />
      {open.length > 0 && <OpenVisits visits={open} userId={admin.userId} {...shared} />}
      <VisitsTable
        page={page}
        links={linksOf(platformVisitList, query, `/admin/tenants/${id}/visits`, page, ["tenant"])}
        issues={issues}
        {...shared}
      />
    </>
  );
});
