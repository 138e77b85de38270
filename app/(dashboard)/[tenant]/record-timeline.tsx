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
  UserCheck,
  Webhook,
} from "lucide-react";
import { Timeline, TimelineItem, type TimelineItemProps } from "@/components/ui/timeline";
import { Timestamp } from "@/components/ui/timestamp";
import type { PaymentEvent } from "@/lib/payment-intents/queries";
import type { TimelineEntry } from "@/lib/timeline";
import { ACTOR_KIND_LABELS } from "./audit-logs/labels";
import { RecordChanges } from "./audit-logs/record-changes";
import { type StepKind, stepOf } from "./timeline-step";

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
  /** Of the record's amounts. */
  currency: string;
  timeZone: string;
}

/** The life of a payment or refund, newest step first. Ids are times. */
export function RecordTimeline({ entries, events = [], currency, timeZone }: RecordTimelineProps) {
  const steps = [...entries, ...events].sort((a, b) => (a.id < b.id ? 1 : -1));
  return (
    <Timeline label="Timeline">
      {steps.map((step) =>
        "outcome" in step ? (
          <EventItem key={step.id} event={step} timeZone={timeZone} />
        ) : (
          <EntryItem key={step.id} entry={step} currency={currency} timeZone={timeZone} />
        ),
      )}
    </Timeline>
  );
}

function EntryItem({ entry, currency, timeZone }: { entry: TimelineEntry; currency: string; timeZone: string }) {
  const { kind, title, note, before, after } = stepOf(entry, currency);
  const isShown = Object.keys({ ...before, ...after }).length > 0;
  return (
    <TimelineItem
      {...LOOKS[kind]}
      title={
        <>
          {title}
          {note && <span className="font-normal text-muted-foreground"> · {note}</span>}
        </>
      }
      meta={
        <>
          {actorOf(entry)} · <Timestamp value={entry.created_at} timeZone={timeZone} />
        </>
      }
    >
      {isShown && <RecordChanges entry={{ old_values: before, new_values: after }} timeZone={timeZone} />}
    </TimelineItem>
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
