import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { getWebhookDelivery } from "@/lib/webhook-endpoints/delivery-queries";
import { Permitted } from "../../../permitted";
import { recordId } from "../../../record-id";
import { LookBadge } from "../../look-badge";
import { DELIVERY_LOOKS } from "../../statuses";
import { AttemptCard } from "./attempt-card";
import { DeliveryFacts } from "./delivery-facts";
import { RefreshWhilePending } from "./refresh-while-pending";
import { ResendButton } from "./resend-button";

export const metadata: Metadata = { title: "Webhook delivery" };

export default tenantPage<{ id: string }>(async ({ actor, tenant, person: { timeZone }, params }) => {
  const delivery = await getWebhookDelivery(actor, { id: recordId(params.id) });
  const { status, attempts } = delivery;
  const parent = `/${tenant.slug}/webhooks`;
  return (
    <>
      {status === "pending" && <RefreshWhilePending key={delivery.attempt_count} />}
      <PageHeader
        breadcrumb={[
          { label: "Webhooks", href: parent },
          { label: "Deliveries", href: `${parent}/deliveries` },
          { label: delivery.event_type },
        ]}
        title={delivery.event_type}
        badge={<LookBadge look={DELIVERY_LOOKS[status]} />}
        actions={
          <Permitted actor={actor} permission="webhooks:write">
            <ResendButton tenantSlug={tenant.slug} id={delivery.id} />
          </Permitted>
        }
      />
      <div className="flex flex-col gap-4">
        <DeliveryFacts delivery={delivery} endpointsPath={parent} timeZone={timeZone} />
        {attempts.map((attempt) => (
          <AttemptCard key={attempt.id} attempt={attempt} body={delivery.body} timeZone={timeZone} />
        ))}
      </div>
    </>
  );
});
