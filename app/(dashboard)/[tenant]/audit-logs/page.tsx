import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/data-table/tab-links";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { listAuditLogs, listMemberNames } from "@/lib/audit-logs/queries";
import { auditLogList } from "@/lib/audit-logs/schema";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { ListTools } from "../_lists/list-tools";
import { readListView } from "../_views/read-list-view";
import { linksOf } from "../list-state";
import { auditRow } from "./audit-row";
import { AuditTable } from "./audit-table";
import { actorKindTabs } from "./labels";

export const generateMetadata = pageTitle((t) => t("auditLogs.list"));

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const t = await getTranslations("client.auditLogs");
  const path = `/${tenant.slug}/audit-logs`;
  const { query, issues, view, shown, at } = await readListView(auditLogList, { actor, person, searchParams });
  const [page, people] = await Promise.all([listAuditLogs(actor, query), listMemberNames(actor)]);
  return (
    <ListPage shown={shown}>
      <PageHeader title={t("list")} />
      <TabLinks name="actor_kind" label={t("tabs.label")} tabs={actorKindTabs(t)} />
      <AuditTable
        tools={
          <ListTools list={auditLogList} actor={actor} tenant={tenant} person={person} query={query} view={view} />
        }
        path={path}
        page={{ ...page, items: page.items.map((entry) => auditRow(t, entry)) }}
        links={linksOf(auditLogList, query, at(path), page)}
        issues={issues}
        people={people}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
