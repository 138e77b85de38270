import { getTranslations } from "next-intl/server";
import { PastLink } from "@/components/detail/past-link";
import { RawJson } from "@/components/detail/raw-json";
import { RecordNav } from "@/components/detail/record-nav";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { countWebhookDeliveries } from "@/lib/webhook-endpoints/delivery-queries";
import { getWebhookEndpoint } from "@/lib/webhook-endpoints/queries";
import { RecordHistory, readHistory } from "../../audit-logs/record-history";
import { Permitted } from "../../permitted";
import { recordId } from "../../record-id";
import { LookBadge } from "../look-badge";
import { endpointLook } from "../statuses";
import { EndpointActions } from "./endpoint-actions";
import { DeliveryCounts, EndpointEvents, EndpointFacts, EndpointNote } from "./endpoint-cards";

export const generateMetadata = pageTitle((t) => t("webhooks.endpointTitle"));

const DAY_MS = 86_400_000;

export default tenantPage<{ id: string }>(async ({ actor, tenant, person: { timeZone }, params }) => {
  const t = await getTranslations("server.webhooks");
  const id = recordId(params.id);
  const tenantPath = `/${tenant.slug}`;
  const path = `${tenantPath}/webhooks`;
  const [endpoint, counts, history] = await Promise.all([
    getWebhookEndpoint(actor, { id }),
    countWebhookDeliveries(actor, { id }),
    readHistory(actor, "webhook_endpoints", id),
  ]);
  const now = Date.now();
  const window = { timeZone, from: new Date(now - DAY_MS).toISOString(), to: new Date(now).toISOString() };
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t("list"), href: path }, { label: t("endpoint") }]}
        title={<span className="break-all">{endpoint.url}</span>}
        badge={<LookBadge look={endpointLook(await getTranslations("client.webhooks"), endpoint)} />}
        nav={<RecordNav tenantSlug={tenant.slug} />}
        actions={
          <>
            <PastLink path={`${path}/${id}`} />
            <Permitted actor={actor} permission="webhooks:write">
              <EndpointActions tenantSlug={tenant.slug} path={path} endpoint={endpoint} {...window} />
            </Permitted>
          </>
        }
      />
      <EndpointNote endpoint={endpoint} timeZone={timeZone} />
      <div className="grid items-start gap-4 xl:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 xl:col-span-2">
          <DeliveryCounts counts={counts} href={`${path}/deliveries?endpoint=${id}`} />
          <EndpointFacts endpoint={endpoint} tenantPath={tenantPath} timeZone={timeZone} />
          <EndpointEvents eventTypes={endpoint.event_types} />
          <RawJson tenantSlug={tenant.slug} resource="webhook_endpoint" id={id} version={endpoint.updated_at} />
        </div>
        <RecordHistory
          history={history}
          table="webhook_endpoints"
          recordId={id}
          tenantPath={tenantPath}
          timeZone={timeZone}
        />
      </div>
    </>
  );
});
