import type { Metadata } from "next";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { listAuditLogs, listMemberNames } from "@/lib/audit-logs/queries";
import { auditLogList } from "@/lib/audit-logs/schema";
import { tenantPage } from "@/lib/http/page";
import { ListTools } from "../_lists/list-tools";
import { readListView } from "../_views/read-list-view";
import { linksOf } from "../list-state";
import { auditRow } from "./audit-row";
import { AuditTable } from "./audit-table";

export const metadata: Metadata = { title: "Audit log" };

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const path = `/${tenant.slug}/audit-logs`;
  const { query, issues, view, shown, at } = await readListView(auditLogList, { actor, person, searchParams });
  const [page, people] = await Promise.all([listAuditLogs(actor, query), listMemberNames(actor)]);
  return (
    <ListPage shown={shown}>
      <PageHeader title="Audit log" />
      <AuditTable
        tools={
          <ListTools list={auditLogList} actor={actor} tenant={tenant} person={person} query={query} view={view} />
        }
        path={path}
        page={{ ...page, items: page.items.map(auditRow) }}
        links={linksOf(auditLogList, query, at(path), page)}
        issues={issues}
        people={people}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
