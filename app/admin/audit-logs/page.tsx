import type { Metadata } from "next";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { TabLinks } from "@/components/data-table/tab-links";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { listPlatformAuditLogs, listPlatformLogChoices } from "@/lib/audit-logs/queries";
import { platformAuditLogList } from "@/lib/audit-logs/schema";
import { adminPage } from "@/lib/http/page";
import { withChosenPerson } from "./chosen-person";
import { LogTable } from "./log-table";
import { platformRow } from "./platform-row";

export const metadata: Metadata = { title: "Audit log" };

const TABS = [
  { value: null, label: "Everything" },
  { value: "platform_admin", label: "What the admins did" },
];

export default adminPage(async ({ admin, person, searchParams }) => {
  const { query, issues } = readList(platformAuditLogList, searchParams, person);
  const [page, choices] = await Promise.all([listPlatformAuditLogs(admin, query), listPlatformLogChoices(admin)]);
  return (
    <ListPage>
      <PageHeader
        title="Audit log"
        description="Every change in every tenant, and of the platform itself. Customers' addresses are masked."
      />
      <TabLinks name="actor_kind" label="Whose changes" tabs={TABS} />
      <LogTable
        page={{ ...page, items: page.items.map(platformRow) }}
        links={linksOf(platformAuditLogList, query, "/admin/audit-logs", page)}
        issues={issues}
        choices={withChosenPerson(choices, query.filters.user, page.items)}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
