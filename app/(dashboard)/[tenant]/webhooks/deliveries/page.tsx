import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/data-table/tab-links";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { parseListParams } from "@/lib/list-query";
import { listWebhookDeliveries } from "@/lib/webhook-endpoints/delivery-queries";
import { webhookDeliveryList } from "@/lib/webhook-endpoints/delivery-schema";
import { listWebhookEndpoints } from "@/lib/webhook-endpoints/queries";
import { webhookEndpointList } from "@/lib/webhook-endpoints/schema";
import { changesIn } from "../../_lists/changes-in";
import { ListTools } from "../../_lists/list-tools";
import { readListView } from "../../_views/read-list-view";
import { linksOf } from "../../list-state";
import { deliveryStatusTabs } from "../statuses";
import { DeliveriesTable } from "./deliveries-table";

export const generateMetadata = pageTitle((t) => t("webhooks.deliveryList"));

const CHOICE = parseListParams(webhookEndpointList, { size: "100" }, { mode: "strict" }).query;

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const t = await getTranslations("server.webhooks");
  const labels = await getTranslations("client.webhooks");
  const parent = `/${tenant.slug}/webhooks`;
  const path = `${parent}/deliveries`;
  const { query, issues, view, shown, at } = await readListView(webhookDeliveryList, { actor, person, searchParams });
  const [page, endpoints] = await Promise.all([
    listWebhookDeliveries(actor, query),
    listWebhookEndpoints(actor, CHOICE),
  ]);
  return (
    <ListPage shown={shown}>
      <PageHeader
        title={t("deliveryList")}
        breadcrumb={[{ label: t("list"), href: parent }, { label: t("deliveries") }]}
      />
      <TabLinks name="status" label={labels("status")} tabs={deliveryStatusTabs(labels)} />
      <DeliveriesTable
        changesIn={changesIn(tenant, actor, "webhooks:write")}
        tools={
          <ListTools
            list={webhookDeliveryList}
            actor={actor}
            tenant={tenant}
            person={person}
            query={query}
            view={view}
          />
        }
        path={path}
        page={page}
        links={linksOf(webhookDeliveryList, query, at(path), page)}
        issues={issues}
        timeZone={person.timeZone}
        endpoints={endpoints.items.map(({ id, url }) => ({ value: id, label: url }))}
      />
    </ListPage>
  );
});
