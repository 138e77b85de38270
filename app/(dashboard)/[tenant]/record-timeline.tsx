import {
  Ban,
  Check,
  CirclePlus,
  CircleX,
  Clock,
  FileInput,
  type LucideIcon,
  Pencil,
  RotateCcw,
  Send,
  Undo2,
  Webhook,
} from "lucide-react";
import { statusLabel } from "@/components/ui/status-badge";
import { Timeline, TimelineItem, type TimelineItemProps } from "@/components/ui/timeline";
import { Timestamp } from "@/components/ui/timestamp";
import type { PaymentEvent } from "@/lib/payment-intents/queries";
import type { TimelineEntry } from "@/lib/timeline";
import { ACTOR_KIND_LABELS } from "./audit-logs/labels";
import { RecordChanges } from "./audit-logs/record-changes";

interface Look {
  title: string;
  icon: LucideIcon;
  tone?: TimelineItemProps["tone"];
}

const STATUS_LOOKS: Readonly<Record<string, Omit<Look, "title">>> = {
  PROCESSING: { icon: Clock, tone: "info" },
  PROCESSED: { icon: Check, tone: "success" },
  FAILED: { icon: CircleX, tone: "danger" },
  CANCELED: { icon: Ban },
  PARTIALLY_REFUNDED: { icon: Undo2, tone: "warning" },
  REFUNDED: { icon: RotateCcw, tone: "warning" },
  SUCCEEDED: { icon: Check, tone: "success" },
};

export interface RecordTimelineProps {
  entries: readonly TimelineEntry[];
  /** What its provider said of it by webhook. */
  events?: readonly PaymentEvent[];
  timeZone: string;
}

/** The life of a payment or refund, newest step first. Ids are times. */
export function RecordTimeline({ entries, events = [], timeZone }: RecordTimelineProps) {
  const steps = [...entries, ...events].sort((a, b) => (a.id < b.id ? 1 : -1));
  return (
    <Timeline label="Timeline">
      {steps.map((step) =>
        "outcome" in step ? (
          <EventItem key={step.id} event={step} timeZone={timeZone} />
        ) : (
          <EntryItem key={step.id} entry={step} timeZone={timeZone} />
        ),
      )}
    </Timeline>
  );
}

function EntryItem({ entry, timeZone }: { entry: TimelineEntry; timeZone: string }) {
  return (
    <TimelineItem
      {...lookOf(entry)}
      meta={
        <>
          {entry.actor_kind !== "user" && `${ACTOR_KIND_LABELS[entry.actor_kind]} `}
          {entry.actor_label} · <Timestamp value={entry.created_at} timeZone={timeZone} />
        </>
      }
    >
      {entry.action === "update" && <RecordChanges entry={entry} timeZone={timeZone} />}
    </TimelineItem>
  );
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

/** A change of status is called by where it led. */
function lookOf({ action, operation, old_values, new_values }: TimelineEntry): Look {
  if (action === "insert") {
    return operation?.includes("import")
      ? { title: "Imported", icon: FileInput }
      : { title: "Created", icon: CirclePlus };
  }
  const status = String(new_values?.status);
  const look = status === old_values?.status ? undefined : STATUS_LOOKS[status];
  if (look) return { ...look, title: statusLabel(status) };
  if (new_values?.cancellation !== old_values?.cancellation)
    return { title: `Cancellation ${new_values?.cancellation ?? "settled"}`, icon: Ban, tone: "warning" };
  if (new_values?.submitted_at !== old_values?.submitted_at)
    return { title: "Sent to the provider", icon: Send, tone: "info" };
  return { title: "Changed", icon: Pencil };
}
