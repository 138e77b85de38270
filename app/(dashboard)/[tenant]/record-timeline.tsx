import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimelineFilter, type TimelineKind } from "@/components/detail/timeline-filter";
import { useSentence } from "@/components/locale/use-sentence";
import { Timeline } from "@/components/ui/timeline";
import type { Document } from "@/lib/documents/schema";
import type { PaymentEvent } from "@/lib/payment-intents/queries";
import type { Refund } from "@/lib/refunds/schema";
import type { TimelineEntry } from "@/lib/timeline";
import type { WebhookDelivery } from "@/lib/webhook-endpoints/delivery-schema";
import {
  DeliveryItem,
  DocumentItem,
  EntryItem,
  EventItem,
  RefundItem,
  type TimelinePlace,
  type TimelineWords,
} from "./timeline-items";
import { stepOf } from "./timeline-step";

export interface RecordTimelineProps extends Omit<TimelinePlace, "words"> {
  entries: readonly TimelineEntry[];
  /** What its provider said of it by webhook. */
  events?: readonly PaymentEvent[];
  /** The refunds of a payment; then its own steps need not say that one was asked for. */
  refunds?: readonly Refund[];
  /** What was told of it to the tenant's endpoints. */
  deliveries?: readonly WebhookDelivery[];
  documents?: readonly Document[];
}

interface Step {
  /** Ids are times. */
  id: string;
  kind: TimelineKind;
  item: ReactNode;
}

/** The life of a payment or refund, newest step first, from all that tells of it. */
export function RecordTimeline(props: RecordTimelineProps) {
  const { entries, events = [], refunds = [], deliveries = [], documents = [], currency, timeZone } = props;
  const words: TimelineWords = {
    t: useTranslations("server.detail.timeline"),
    step: { t: useTranslations("server.detail.step"), sentence: useSentence(), locale: useLocale() },
    audit: useTranslations("client.auditLogs"),
    refunds: useTranslations("client.refunds"),
    webhooks: useTranslations("client.webhooks"),
  };
  const shared = { ...props, words };
  const steps: Step[] = [
    ...entries
      .filter((entry) => refunds.length === 0 || stepOf(words.step, entry, currency).kind !== "requested")
      .map((entry) => ({ id: entry.id, kind: "change" as const, item: <EntryItem entry={entry} {...shared} /> })),
    ...events.map((event) => ({
      id: event.id,
      kind: "provider" as const,
      item: <EventItem event={event} words={words} timeZone={timeZone} />,
    })),
    ...refunds.map((refund) => ({
      id: refund.id,
      kind: "refund" as const,
      item: <RefundItem refund={refund} {...shared} />,
    })),
    ...deliveries.map((delivery) => ({
      id: delivery.id,
      kind: "webhook" as const,
      item: <DeliveryItem delivery={delivery} {...shared} />,
    })),
    ...documents.map((document) => ({
      id: document.id,
      kind: "document" as const,
      item: <DocumentItem document={document} {...shared} />,
    })),
  ].sort((a, b) => (a.id < b.id ? 1 : -1));
  const counts: Partial<Record<TimelineKind, number>> = {};
  for (const { kind } of steps) counts[kind] = (counts[kind] ?? 0) + 1;
  return (
    <TimelineFilter counts={counts}>
      <Timeline label={words.t("label")}>
        {steps.map(({ id, item }) => (
          <Keyed key={id}>{item}</Keyed>
        ))}
      </Timeline>
    </TimelineFilter>
  );
}

/** A list's item may be any of five components; the key is the step's. */
function Keyed({ children }: { children: ReactNode }) {
  return children;
}
