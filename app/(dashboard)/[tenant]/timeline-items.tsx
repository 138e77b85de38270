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
import { Money } from "@/components/ui/money";
import { TimelineItem, type TimelineItemProps } from "@/components/ui/timeline";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantActor } from "@/lib/actor";
import type { Document } from "@/lib/documents/schema";
import type { Texts } from "@/lib/messages/texts";
import type { PaymentEvent } from "@/lib/payment-intents/queries";
import { momentOf } from "@/lib/record-versions/rebuild";
import type { Refund } from "@/lib/refunds/schema";
import type { TimelineEntry } from "@/lib/timeline";
import type { WebhookDelivery } from "@/lib/webhook-endpoints/delivery-schema";
import { actorKindLabel } from "./audit-logs/labels";
import { RecordChanges } from "./audit-logs/record-changes";
import { reasonLabel } from "./refunds/labels";
import { RefundStatusBadge } from "./refunds/refund-status-badge";
import { type StepKind, type StepTexts, stepOf } from "./timeline-step";
import { deliveryLook } from "./webhooks/statuses";

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

/** What the steps are put into words with, for all of them. */
export interface TimelineWords {
  t: Texts<"server.detail.timeline">;
  step: StepTexts;
  audit: Texts<"client.auditLogs">;
  refunds: Texts<"client.refunds">;
  webhooks: Texts<"client.webhooks">;
}

/** What every step of a record's timeline is shown with. */
export interface TimelinePlace {
  words: TimelineWords;
  /** Of the record's amounts. */
  currency: string;
  timeZone: string;
  actor: Pick<TenantActor, "permissions">;
  tenantPath: string;
  /** The record's own page. */
  recordPath: string;
}

/** A change of the record itself, from the audit log. */
export function EntryItem(props: TimelinePlace & { entry: TimelineEntry }) {
  const { entry, words, currency, timeZone, actor, tenantPath, recordPath } = props;
  const { kind, title, note, before, after } = stepOf(words.step, entry, currency);
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
          {actorOf(words.audit, entry)} · <Timestamp value={entry.created_at} timeZone={timeZone} />
          {request && (
            <>
              {" · "}
              <StepLink href={`${tenantPath}/requests?request_id=${encodeURIComponent(request)}`}>
                {words.t("request")}
              </StepLink>
            </>
          )}
          <span className="print:hidden">
            {" · "}
            <StepLink href={`${recordPath}/versions?at=${encodeURIComponent(momentOf(entry.id))}`}>
              {words.t("asItWas")}
            </StepLink>
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
    <Link
      href={href}
      prefetch={false}
      className="whitespace-nowrap rounded-sm underline-offset-2 hover:text-foreground hover:underline"
    >
      {children}
    </Link>
  );
}

/** Which job of the system it was is for the audit log. */
function actorOf(t: TimelineWords["audit"], { actor_kind, actor_label }: TimelineEntry): string {
  const kind = actorKindLabel(t, actor_kind);
  if (actor_kind === "system") return kind;
  return actor_kind === "user" ? actor_label : `${kind} ${actor_label}`;
}

/** What the provider said by webhook. */
export function EventItem({
  event,
  words,
  timeZone,
}: Pick<TimelinePlace, "words" | "timeZone"> & { event: PaymentEvent }) {
  return (
    <TimelineItem
      icon={Webhook}
      kind="provider"
      {...(event.outcome === "contradicted" && { tone: "danger" })}
      title={<span className="break-all font-mono text-sm">{event.type}</span>}
      meta={
        <>
          {words.t(`event.${event.outcome}`)} · <Timestamp value={event.created_at} timeZone={timeZone} />
        </>
      }
    />
  );
}

/** A refund of the payment. */
export function RefundItem({ refund, words, timeZone, tenantPath }: TimelinePlace & { refund: Refund }) {
  const { id, amount, currency, requested_by, reason, created_at } = refund;
  return (
    <TimelineItem
      icon={Undo2}
      tone="warning"
      kind="refund"
      title={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <StepLink href={`${tenantPath}/refunds/${id}`}>
            {words.t.rich("refundOf", { money: () => <Money amountMinor={amount} currency={currency} /> })}
          </StepLink>
          <RefundStatusBadge refund={refund} />
        </span>
      }
      meta={
        <>
          {requested_by?.name ?? actorKindLabel(words.audit, "system")} ·{" "}
          <Timestamp value={created_at} timeZone={timeZone} />
          {reason && ` · ${reasonLabel(words.refunds, reason)}`}
        </>
      }
    />
  );
}

/** What was told to one of the tenant's endpoints. */
export function DeliveryItem({ delivery, words, timeZone, tenantPath }: TimelinePlace & { delivery: WebhookDelivery }) {
  const { id, event_type, status, webhook_endpoint, last_status_code, created_at } = delivery;
  const { label, tone } = deliveryLook(words.webhooks, status);
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

/** A document that was attached. */
export function DocumentItem({ document, words, timeZone, tenantPath }: TimelinePlace & { document: Document }) {
  return (
    <TimelineItem
      icon={FileText}
      kind="document"
      title={<StepLink href={`${tenantPath}/documents/${document.id}`}>{document.title}</StepLink>}
      meta={
        <>
          {words.t("attachedBy", { name: document.uploaded_by?.name ?? actorKindLabel(words.audit, "system") })} ·{" "}
          <Timestamp value={document.created_at} timeZone={timeZone} />
        </>
      }
    />
  );
}
