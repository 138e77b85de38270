import type { Metadata } from "next";
import { ListPage } from "@/components/shell/list-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { listWebhookEndpoints } from "@/lib/webhook-endpoints/queries";
import { webhookEndpointList } from "@/lib/webhook-endpoints/schema";
import { ListTools } from "../_lists/list-tools";
import { readListView } from "../_views/read-list-view";
import { linksOf } from "../list-state";
import { Permitted } from "../permitted";
import { EndpointsTable } from "./endpoints-table";

export const metadata: Metadata = { title: "Webhooks" };

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const path = `/${tenant.slug}/webhooks`;
  const { query, issues, view, shown, at } = await readListView(webhookEndpointList, { actor, person, searchParams });
  const page = await listWebhookEndpoints(actor, query);
  const createAction = (
    <Permitted actor={actor} permission="webhooks:write">
      <ButtonLink href={`${path}/new`} variant="primary">
        New endpoint
      </ButtonLink>
    </Permitted>
  );
  return (
    <ListPage shown={shown}>
      <PageHeader
        title="Webhooks"
        actions={
          <>
            <ButtonLink href={`${path}/deliveries`}>Deliveries</ButtonLink>
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
