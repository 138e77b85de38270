import { getTranslations } from "next-intl/server";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { listApiKeys } from "@/lib/api-keys/queries";
import { apiKeyList } from "@/lib/api-keys/schema";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { parseListParams } from "@/lib/list-query";
import { listRequestLogs } from "@/lib/request-logs/queries";
import { requestLogList } from "@/lib/request-logs/schema";
import { ListTools } from "../_lists/list-tools";
import { readListView } from "../_views/read-list-view";
import { linksOf } from "../list-state";
import { RequestsTable } from "./requests-table";

export const generateMetadata = pageTitle((t) => t("requests.list"));

const ALL_KEYS = parseListParams(apiKeyList, { size: "100" }, { mode: "strict" }).query;

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const t = await getTranslations("server.requests");
  const path = `/${tenant.slug}/requests`;
  const { query, issues, view, shown, at } = await readListView(requestLogList, { actor, person, searchParams });
  const [page, keys] = await Promise.all([listRequestLogs(actor, query), listApiKeys(actor, ALL_KEYS)]);
  return (
    <ListPage shown={shown}>
      <PageHeader title={t("list")} description={t("help")} />
      <RequestsTable
        tools={
          <ListTools list={requestLogList} actor={actor} tenant={tenant} person={person} query={query} view={view} />
        }
        tenantPath={`/${tenant.slug}`}
        page={page}
        links={linksOf(requestLogList, query, at(path), page)}
        issues={issues}
        keys={keys.items.map(({ id, name }) => ({ value: id, label: name }))}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
