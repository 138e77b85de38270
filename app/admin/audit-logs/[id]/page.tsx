import { getTranslations } from "next-intl/server";
import { changeTitle } from "@/app/(dashboard)/[tenant]/audit-logs/labels";
import { RecordChanges } from "@/app/(dashboard)/[tenant]/audit-logs/record-changes";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { NavLink } from "@/components/data-table/nav-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getPlatformAuditLog } from "@/lib/audit-logs/queries";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { EntryFacts } from "./entry-facts";

export const generateMetadata = pageTitle((t) => t("adminAudit.entry"));

export default adminPage<{ id: string }>(async ({ admin, person, params, searchParams }) => {
  const t = await getTranslations("server.adminAudit");
  const entry = await getPlatformAuditLog(admin, { id: recordId(params.id) });
  const path = `/admin/audit-logs/${entry.id}`;
  const all = searchParams.fields === "all";
  const title = changeTitle(await getTranslations("client.auditLogs"), entry);
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t("list"), href: "/admin/audit-logs" }, { label: title }]}
        title={title}
        description={entry.tenant?.name ?? t("platform")}
      />
      <div className="grid items-start gap-4 xl:grid-cols-3">
        <Card
          className="xl:col-span-2"
          title={t("difference")}
          actions={
            <NavLink href={all ? path : `${path}?fields=all`} className="text-accent text-xs hover:underline">
              {all ? t("lessFields") : t("allFields")}
            </NavLink>
          }
        >
          <RecordChanges entry={entry} timeZone={person.timeZone} all={all} />
        </Card>
        <div className="flex min-w-0 flex-col gap-4">
          <EntryFacts entry={entry} timeZone={person.timeZone} />
        </div>
      </div>
    </>
  );
});
