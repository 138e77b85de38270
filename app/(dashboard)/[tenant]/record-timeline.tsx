import {
  Ban,
  Check,
  CirclePlus,
  CircleX,
  Clock,
  FileInput,
  FileText,
  type LucideIcon,
  Pencil,
  RotateCcw,
  Send,
  Undo2,
  UserCheck,
  Webhook,
} from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { TimelineFilter, type TimelineKind } from "@/components/detail/timeline-filter";
import { Money } from "@/components/ui/money";
import { Timeline, TimelineItem, type TimelineItemProps } from "@/components/ui/timeline";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantActor } from "@/lib/actor";
import type { Document } from "@/lib/documents/schema";
import type { PaymentEvent } from "@/lib/payment-intents/queries";
import { momentOf } from "@/lib/record-versions/rebuild";
import type { Refund } from "@/lib/refunds/schema";
import type { TimelineEntry } from "@/lib/timeline";
import type { WebhookDelivery } from "@/lib/webhook-endpoints/delivery-schema";
import { ACTOR_KIND_LABELS } from "./audit-logs/labels";
import { RecordChanges } from "./audit-logs/record-changes";
import { reasonLabel } from "./refunds/labels";
import { RefundStatusBadge } from "./refunds/refund-status-badge";
import { type StepKind, stepOf } from "./timeline-step";
import { DELIVERY_LOOKS } from "./webhooks/statuses";

const LOOKS: Readonly<Record<StepKind, { icon: LucideIcon; tone?: TimelineItemProps["tone"] }>> = {
  imported: { icon: FileInput },
  created: { icon: CirclePlus },
  processing: { icon: Clock, tone: "info" },
  succeeded: { icon: Check, tone: "success" },
  failed: { icon: CircleX, tone: "danger" },
  canceled: { icon: Ban },
  refunded: { icon: Undo2, tone: "warning" },
  requested: { icon: Clock, tone: "info" },
  takenBack: { icon: RotateCcw, tone: "warning" },
  sent: { icon: Send, tone: "info" },
  approved: { icon: UserCheck, tone: "success" },
  changed: { icon: Pencil },
};

export interface RecordTimelineProps {
  entries: readonly TimelineEntry[];
  /** What its provider said of it by webhook. */
  events?: readonly PaymentEvent[];
  /** The refunds of a payment; then its own steps need not say that one was asked for. */
  refunds?: readonly Refund[];
  /** What was told of it to the tenant's endpoints. */
  deliveries?: readonly WebhookDelivery[];
  documents?: readonly Document[];
  /** Of the record's amounts. */
  currency: string;
  timeZone: string;
  actor: Pick<TenantActor, "permissions">;
  tenantPath: string;
  /** The record's own page. */
  recordPath: string;
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
  const steps: Step[] = [
    ...entries
      .filter((entry) => refunds.length === 0 || stepOf(entry, currency).kind !== "requested")
      .map((entry) => ({ id: entry.id, kind: "change" as const, item: <EntryItem entry={entry} {...props} /> })),
    ...events.map((event) => ({
      id: event.id,
      kind: "provider" as const,
      item: <EventItem event={event} timeZone={timeZone} />,
    })),
    ...refunds.map((refund) => ({
      id: refund.id,
      kind: "refund" as const,
      item: <RefundItem refund={refund} {...props} />,
    })),
    ...deliveries.map((delivery) => ({
      id: delivery.id,
      kind: "webhook" as const,
      item: <DeliveryItem delivery={delivery} {...props} />,
    })),
    ...documents.map((document) => ({
      id: document.id,
      kind: "document" as const,
      item: <DocumentItem document={document} {...props} />,
    })),
  ].sort((a, b) => (a.id < b.id ? 1 : -1));
  const counts: Partial<Record<TimelineKind, number>> = {};
  for (const { kind } of steps) counts[kind] = (counts[kind] ?? 0) + 1;
  return (
    <TimelineFilter counts={counts}>
      <Timeline label="Timeline">
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

type Place = Pick<RecordTimelineProps, "currency" | "timeZone" | "actor" | "tenantPath" | "recordPath">;

function EntryItem({ entry, currency, timeZone, actor, tenantPath, recordPath }: Place & { entry: TimelineEntry }) {
  const { kind, title, note, before, after } = stepOf(entry, currency);
  const isShown = Object.keys({ ...before, ...after }).length > 0;
  // The request log has what came over the API, and pages leave no line in it.
  const request = entry.actor_kind === "api_key" && actor.permissions.has("api_keys:read") ? entry.request_id : null;
  return (
    <TimelineItem
      {...LOOKS[kind]}
      kind="change"
      title={
        <>
          {title}
          {note && <span className="font-normal text-muted-foreground"> · {note}</span>}
        </>
      }
      meta={
        <>
          {actorOf(entry)} · <Timestamp value={entry.created_at} timeZone={timeZone} />
          {request && (
            <>
              {" · "}
              <StepLink href={`${tenantPath}/requests?request_id=${encodeURIComponent(request)}`}>Request</StepLink>
            </>
          )}
          <span className="print:hidden">
            {" · "}
            <StepLink href={`${recordPath}/versions?at=${encodeURIComponent(momentOf(entry.id))}`}>As it was</StepLink>
          </span>
        </>
      }
    >
      {isShown && <RecordChanges entry={{ old_values: before, new_values: after }} timeZone={timeZone} />}
    </TimelineItem>
  );
}

function StepLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="rounded-sm underline-offset-2 hover:text-foreground hover:underline">
      {children}
    </Link>
  );
}

/** Which job of the system it was is for the audit log. */
function actorOf({ actor_kind, actor_label }: TimelineEntry): string {
  if (actor_kind === "system") return ACTOR_KIND_LABELS.system;
  return actor_kind === "user" ? actor_label : `${ACTOR_KIND_LABELS[actor_kind]} ${actor_label}`;
}

const OUTCOMES: Readonly<Record<PaymentEvent["outcome"], string>> = {
  applied: "taken over",
  ignored: "nothing new",
  contradicted: "contradicts what is known: not taken over",
};

function EventItem({ event, timeZone }: { event: PaymentEvent; timeZone: string }) {
  return (
    <TimelineItem
      icon={Webhook}
      kind="provider"
      {...(event.outcome === "contradicted" && { tone: "danger" })}
      title={<span className="break-all font-mono text-sm">{event.type}</span>}
      meta={
        <>
          Webhook of the provider, {OUTCOMES[event.outcome]} ·{" "}
          <Timestamp value={event.created_at} timeZone={timeZone} />
        </>
      }
    />
  );
}

function RefundItem({ refund, timeZone, tenantPath }: Place & { refund: Refund }) {
  const { id, amount, currency, requested_by, reason, created_at } = refund;
  return (
    <TimelineItem
      icon={Undo2}
      tone="warning"
      kind="refund"
      title={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <StepLink href={`${tenantPath}/refunds/${id}`}>
            Refund of <Money amountMinor={amount} currency={currency} />
          </StepLink>
          <RefundStatusBadge refund={refund} />
        </span>
      }
      meta={
        <>
          {requested_by?.name ?? ACTOR_KIND_LABELS.system} · <Timestamp value={created_at} timeZone={timeZone} />
          {reason && ` · ${reasonLabel(reason)}`}
        </>
      }
    />
  );
}

function DeliveryItem({ delivery, timeZone, tenantPath }: Place & { delivery: WebhookDelivery }) {
  const { id, event_type, status, webhook_endpoint, last_status_code, created_at } = delivery;
  const { label, tone } = DELIVERY_LOOKS[status];
  return (
    <TimelineItem
      icon={Send}
      kind="webhook"
      tone={tone === "accent" ? "info" : tone}
      title={
        <StepLink href={`${tenantPath}/webhooks/deliveries/${id}`}>
          <span className="break-all font-mono text-sm">{event_type}</span>
        </StepLink>
      }
      meta={
        <>
          {hostOf(webhook_endpoint.url)} · {label}
          {last_status_code && ` (${last_status_code})`} · <Timestamp value={created_at} timeZone={timeZone} />
        </>
      }
    />
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function DocumentItem({ document, timeZone, tenantPath }: Place & { document: Document }) {
  return (
    <TimelineItem
      icon={FileText}
      kind="document"
      title={<StepLink href={`${tenantPath}/documents/${document.id}`}>{document.title}</StepLink>}
      meta={
        <>
          Attached by {document.uploaded_by?.name ?? ACTOR_KIND_LABELS.system} ·{" "}
          <Timestamp value={document.created_at} timeZone={timeZone} />
        </>
      }
    />
  );
}
