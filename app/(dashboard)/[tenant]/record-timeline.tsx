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
  Undo2,
} from "lucide-react";
import { statusLabel } from "@/components/ui/status-badge";
import { Timeline, TimelineItem, type TimelineItemProps } from "@/components/ui/timeline";
import { Timestamp } from "@/components/ui/timestamp";
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

/** The life of a payment or refund, newest step first. */
export function RecordTimeline({ entries, timeZone }: { entries: readonly TimelineEntry[]; timeZone: string }) {
  return (
    <Timeline label="Timeline">
      {entries.map((entry) => (
        <TimelineItem
          key={entry.id}
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
      ))}
    </Timeline>
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
  return look ? { ...look, title: statusLabel(status) } : { title: "Changed", icon: Pencil };
}
