import Link from "next/link";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { WebhookDelivery } from "@/lib/webhook-endpoints/delivery-schema";

export interface DeliveryFactsProps {
  delivery: WebhookDelivery;
  /** Address of the endpoints' pages. */
  endpointsPath: string;
  timeZone: string;
}

export function DeliveryFacts({ delivery, endpointsPath, timeZone }: DeliveryFactsProps) {
  const { webhook_endpoint, message_id, created_at, next_attempt_at } = delivery;
  return (
    <Card title="Details">
      <DescriptionList columns={2}>
        <DescriptionItem term="Endpoint">
          <Link href={`${endpointsPath}/${webhook_endpoint.id}`} className="break-all text-accent hover:underline">
            {webhook_endpoint.url}
          </Link>
        </DescriptionItem>
        <DescriptionItem term="Message id">
          <CopyableId id={message_id} full />
        </DescriptionItem>
        <DescriptionItem term="Created">
          <Timestamp value={created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term="Next try">
          {next_attempt_at ? <Timestamp value={next_attempt_at} timeZone={timeZone} zoneShown /> : "None"}
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
