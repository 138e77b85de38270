import type { Metadata } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { Timestamp } from "@/components/ui/timestamp";
import { tenantPage } from "@/lib/http/page";
import { getWebhookDelivery } from "@/lib/webhook-endpoints/delivery-queries";
import { Permitted } from "../../../permitted";
import { recordId } from "../../../record-id";
import { LookBadge } from "../../look-badge";
import { DELIVERY_LOOKS } from "../../statuses";
import { AttemptCard } from "./attempt-card";
import { RefreshWhilePending } from "./refresh-while-pending";
import { ResendButton } from "./resend-button";

export const metadata: Metadata = { title: "Webhook delivery" };

export default tenantPage<{ id: string }>(async ({ actor, tenant, person: { timeZone }, params }) => {
  const delivery = await getWebhookDelivery(actor, { id: recordId(params.id) });
  const { status, next_attempt_at, webhook_endpoint, attempts } = delivery;
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
        <Card title="Details">
          <DescriptionList columns={2}>
            <DescriptionItem term="Endpoint">
              <Link href={`${parent}/${webhook_endpoint.id}`} className="break-all text-accent hover:underline">
                {webhook_endpoint.url}
              </Link>
            </DescriptionItem>
            <DescriptionItem term="Message id">
              <CopyableId id={delivery.message_id} full />
            </DescriptionItem>
            <DescriptionItem term="Created">
              <Timestamp value={delivery.created_at} timeZone={timeZone} zoneShown />
            </DescriptionItem>
            <DescriptionItem term="Next try">
              {next_attempt_at ? <Timestamp value={next_attempt_at} timeZone={timeZone} zoneShown /> : "None"}
            </DescriptionItem>
          </DescriptionList>
        </Card>
        {attempts.map((attempt) => (
          <AttemptCard key={attempt.id} attempt={attempt} body={delivery.body} timeZone={timeZone} />
        ))}
      </div>
    </>
  );
});
