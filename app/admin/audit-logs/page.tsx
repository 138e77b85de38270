import { getTranslations } from "next-intl/server";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { TabLinks } from "@/components/data-table/tab-links";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { listPlatformAuditLogs, listPlatformLogChoices } from "@/lib/audit-logs/queries";
import { platformAuditLogList } from "@/lib/audit-logs/schema";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { withChosenPerson } from "./chosen-person";
import { LogTable } from "./log-table";
import { platformRow } from "./platform-row";

export const generateMetadata = pageTitle((t) => t("adminAudit.list"));

export default adminPage(async ({ admin, person, searchParams }) => {
  const t = await getTranslations("server.adminAudit");
  const labels = await getTranslations("client.auditLogs");
  const { query, issues } = readList(platformAuditLogList, searchParams, person);
  const [page, choices] = await Promise.all([listPlatformAuditLogs(admin, query), listPlatformLogChoices(admin)]);
  return (
    <ListPage>
      <PageHeader title={t("list")} description={t("listHelp")} />
      <TabLinks
        name="actor_kind"
        label={t("tabs.label")}
        tabs={[
          { value: null, label: t("tabs.all") },
          { value: "platform_admin", label: t("tabs.admins") },
        ]}
      />
      <LogTable
        page={{ ...page, items: page.items.map((entry) => platformRow(labels, entry)) }}
        links={linksOf(platformAuditLogList, query, "/admin/audit-logs", page)}
        issues={issues}
        choices={withChosenPerson(t, choices, query.filters.user, page.items)}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
