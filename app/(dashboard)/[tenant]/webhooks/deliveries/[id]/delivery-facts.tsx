import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { WebhookDeliveryDetail } from "@/lib/webhook-endpoints/delivery-schema";
import { deliveredRecord } from "./delivered-record";

export interface DeliveryFactsProps {
  delivery: WebhookDeliveryDetail;
  tenantPath: string;
  timeZone: string;
}

export function DeliveryFacts({ delivery, tenantPath, timeZone }: DeliveryFactsProps) {
  const t = useTranslations("server.webhooks");
  const { webhook_endpoint, message_id, created_at, next_attempt_at } = delivery;
  const record = deliveredRecord(delivery.event_type, delivery.body);
  return (
    <Card title={t("details")}>
      <DescriptionList columns={2}>
        <DescriptionItem term={t("deliveryFacts.endpoint")}>
          <Link
            href={`${tenantPath}/webhooks/${webhook_endpoint.id}`}
            className="break-all text-accent hover:underline"
          >
            {webhook_endpoint.url}
          </Link>
        </DescriptionItem>
        {record && (
          <DescriptionItem term={t(`deliveryFacts.records.${record.resource}`)}>
            <Link href={tenantPath + record.path} className="break-all text-accent hover:underline">
              {record.name}
            </Link>
          </DescriptionItem>
        )}
        <DescriptionItem term={t("deliveryFacts.messageId")}>
          <CopyableId id={message_id} full />
        </DescriptionItem>
        <DescriptionItem term={t("deliveryFacts.created")}>
          <Timestamp value={created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term={t("deliveryFacts.nextTry")}>
          {next_attempt_at ? (
            <Timestamp value={next_attempt_at} timeZone={timeZone} zoneShown />
          ) : (
            t("deliveryFacts.noTry")
          )}
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
