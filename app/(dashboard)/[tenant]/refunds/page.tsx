import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/data-table/tab-links";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { listMemberNames } from "@/lib/audit-logs/queries";
import { tenantPage } from "@/lib/http/page";
import { pageSentence } from "@/lib/http/page-sentence";
import { pageTitle } from "@/lib/http/page-title";
import { listRefunds } from "@/lib/refunds/queries";
import { refundList } from "@/lib/refunds/schema";
import { changesIn } from "../_lists/changes-in";
import { filterAccounts } from "../_lists/filter-accounts";
import { ListTools } from "../_lists/list-tools";
import { readListView } from "../_views/read-list-view";
import { linksOf } from "../list-state";
import { refundStatusTabs } from "./labels";
import { RefundsTable } from "./refunds-table";

export const generateMetadata = pageTitle((t) => t("refunds.list"));

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const { query, issues, view, shown, at } = await readListView(refundList, { actor, person, searchParams });
  const t = await getTranslations("server.refunds");
  const path = `/${tenant.slug}/refunds`;
  const [page, accounts, people] = await Promise.all([
    listRefunds(actor, query),
    filterAccounts(actor, tenant, query),
    listMemberNames(actor),
  ]);
  return (
    <ListPage shown={shown}>
      <PageHeader title={t("list")} />
      <TabLinks name="status" label={t("status")} tabs={refundStatusTabs(await pageSentence(), t("all"))} />
      <RefundsTable
        changesIn={changesIn(tenant, actor, "refunds:create")}
        tools={<ListTools list={refundList} actor={actor} tenant={tenant} person={person} query={query} view={view} />}
        path={path}
        page={page}
        links={linksOf(refundList, query, at(path), page)}
        issues={issues}
        accounts={accounts}
        people={people}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
