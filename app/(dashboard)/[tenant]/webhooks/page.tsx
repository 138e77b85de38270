import { getTranslations } from "next-intl/server";
import { ListPage } from "@/components/shell/list-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listWebhookEndpoints } from "@/lib/webhook-endpoints/queries";
import { webhookEndpointList } from "@/lib/webhook-endpoints/schema";
import { ListTools } from "../_lists/list-tools";
import { readListView } from "../_views/read-list-view";
import { linksOf } from "../list-state";
import { Permitted } from "../permitted";
import { EndpointsTable } from "./endpoints-table";

export const generateMetadata = pageTitle((t) => t("webhooks.list"));

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const t = await getTranslations("server.webhooks");
  const path = `/${tenant.slug}/webhooks`;
  const { query, issues, view, shown, at } = await readListView(webhookEndpointList, { actor, person, searchParams });
  const page = await listWebhookEndpoints(actor, query);
  const createAction = (
    <Permitted actor={actor} permission="webhooks:write">
      <ButtonLink href={`${path}/new`} variant="primary">
        {t("newEndpoint")}
      </ButtonLink>
    </Permitted>
  );
  return (
    <ListPage shown={shown}>
      <PageHeader
        title={t("list")}
        actions={
          <>
            <ButtonLink href={`${path}/deliveries`}>{t("deliveries")}</ButtonLink>
            {createAction}
          </>
        }
      />
      <EndpointsTable
        tools={
          <ListTools
            list={webhookEndpointList}
            actor={actor}
            tenant={tenant}
            person={person}
            query={query}
            view={view}
          />
        }
        path={path}
        page={page}
        links={linksOf(webhookEndpointList, query, at(path), page)}
        issues={issues}
        timeZone={person.timeZone}
        createAction={createAction}
      />
    </ListPage>
  );
});
