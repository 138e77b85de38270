import { getTranslations } from "next-intl/server";
import { NavLink } from "@/components/data-table/nav-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getAuditLog } from "@/lib/audit-logs/queries";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { recordId } from "../../record-id";
import { EntryFacts } from "../entry-facts";
import { changeTitle } from "../labels";
import { RecordChanges } from "../record-changes";

export const generateMetadata = pageTitle((t) => t("auditLogs.entry"));

export default tenantPage<{ id: string }>(async ({ actor, tenant, person, params, searchParams }) => {
  const t = await getTranslations("server.auditLogs");
  const path = `/${tenant.slug}/audit-logs`;
  const entry = await getAuditLog(actor, { id: recordId(params.id) });
  const all = searchParams.fields === "all";
  const title = changeTitle(await getTranslations("client.auditLogs"), entry);
  return (
    <>
      <PageHeader breadcrumb={[{ label: t("list"), href: path }, { label: title }]} title={title} />
      <div className="grid items-start gap-4 xl:grid-cols-3">
        <Card
          className="xl:col-span-2"
          title={t("difference")}
          actions={
            <NavLink
              href={all ? `${path}/${entry.id}` : `${path}/${entry.id}?fields=all`}
              className="text-accent text-xs hover:underline"
            >
              {all ? t("lessFields") : t("allFields")}
            </NavLink>
          }
        >
          <RecordChanges entry={entry} timeZone={person.timeZone} all={all} />
        </Card>
        <div className="flex min-w-0 flex-col gap-4">
          <EntryFacts entry={entry} tenantPath={`/${tenant.slug}`} timeZone={person.timeZone} />
        </div>
      </div>
    </>
  );
});
