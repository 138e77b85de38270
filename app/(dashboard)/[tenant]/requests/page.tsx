import type { Metadata } from "next";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { listApiKeys } from "@/lib/api-keys/queries";
import { apiKeyList } from "@/lib/api-keys/schema";
import { tenantPage } from "@/lib/http/page";
import { parseListParams } from "@/lib/list-query";
import { listRequestLogs } from "@/lib/request-logs/queries";
import { requestLogList } from "@/lib/request-logs/schema";
import { ListTools } from "../_lists/list-tools";
import { readListView } from "../_views/read-list-view";
import { linksOf } from "../list-state";
import { RequestsTable } from "./requests-table";

export const metadata: Metadata = { title: "API requests" };

const ALL_KEYS = parseListParams(apiKeyList, { size: "100" }, { mode: "strict" }).query;

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const path = `/${tenant.slug}/requests`;
  const { query, issues, view, shown, at } = await readListView(requestLogList, { actor, person, searchParams });
  const [page, keys] = await Promise.all([listRequestLogs(actor, query), listApiKeys(actor, ALL_KEYS)]);
  return (
    <ListPage shown={shown}>
      <PageHeader
        title="API requests"
        description="What keys and people asked the API, without bodies and values. A request shows a second after its answer."
      />
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
