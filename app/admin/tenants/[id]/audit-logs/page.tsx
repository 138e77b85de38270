import { getTranslations } from "next-intl/server";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { withChosenPerson } from "@/app/admin/audit-logs/chosen-person";
import { LogTable } from "@/app/admin/audit-logs/log-table";
import { platformRow } from "@/app/admin/audit-logs/platform-row";
import { listPlatformAuditLogs, listPlatformLogChoices } from "@/lib/audit-logs/queries";
import { platformAuditLogList } from "@/lib/audit-logs/schema";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";

export const generateMetadata = pageTitle((t) => t("adminTenants.auditLog"));

export default adminPage<{ id: string }>(async ({ admin, person, params, searchParams }) => {
  const t = await getTranslations("server.adminAudit");
  const labels = await getTranslations("client.auditLogs");
  const id = recordId(params.id);
  const { query, issues } = readList(platformAuditLogList, { ...searchParams, tenant: id }, person);
  const [page, choices] = await Promise.all([listPlatformAuditLogs(admin, query), listPlatformLogChoices(admin)]);
  return (
    <LogTable
      page={{ ...page, items: page.items.map((entry) => platformRow(labels, entry)) }}
      links={linksOf(platformAuditLogList, query, `/admin/tenants/${id}/audit-logs`, page, ["tenant"])}
      issues={issues}
      choices={withChosenPerson(t, choices, query.filters.user, page.items)}
      ofOneTenant
      timeZone={person.timeZone}
    />
  );
});
