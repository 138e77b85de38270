import { useSentence } from "@/components/locale/use-sentence";
import { Badge, type BadgeTone } from "./badge";
import type { IconName } from "./icon-names";
import { plain, type Wording } from "./plain";

interface StatusLook {
  tone: BadgeTone;
  icon: IconName;
}

const LOOKS: Record<string, StatusLook> = {
  INITIALIZED: { tone: "neutral", icon: "circle-dashed" },
  PROCESSING: { tone: "info", icon: "clock" },
  PROCESSED: { tone: "success", icon: "check" },
  FAILED: { tone: "danger", icon: "circle-x" },
  CANCELED: { tone: "neutral", icon: "ban" },
  PARTIALLY_REFUNDED: { tone: "warning", icon: "undo-2" },
  REFUNDED: { tone: "warning", icon: "rotate-ccw" },
  AWAITING_APPROVAL: { tone: "warning", icon: "user-round-check" },
  PENDING: { tone: "info", icon: "clock" },
  SUCCEEDED: { tone: "success", icon: "check" },
  ACTIVE: { tone: "success", icon: "check" },
  SUSPENDED: { tone: "warning", icon: "circle-slash" },
  LIVE: { tone: "success", icon: "check" },
  ENABLED: { tone: "success", icon: "check" },
  DISABLED: { tone: "neutral", icon: "circle-slash" },
  EXPIRED: { tone: "neutral", icon: "clock" },
  REVOKED: { tone: "danger", icon: "ban" },
  DELETED: { tone: "danger", icon: "trash" },
};

/** The words shown for a status, in English: "PARTIALLY_REFUNDED" → "Partially refunded". */
export function statusLabel(status: string): string {
  const words = status.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A record's status with icon and words, so that colour is never the only sign. */
export const StatusBadge = plain(
  function StatusBadge(props: { status: string }) {
    return statusBadge(props, useSentence());
  },
  (props, { sentence }) => statusBadge(props, sentence),
);

function statusBadge({ status }: { status: string }, sentence: Wording["sentence"]) {
  const look = LOOKS[status];
  return (
    <Badge tone={look?.tone} data-icon={look?.icon ?? "circle-dashed"}>
      {sentence(statusLabel(status))}
    </Badge>
  );
}
