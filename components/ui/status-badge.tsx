import { Badge, type BadgeTone } from "./badge";
import type { IconName } from "./icon-names";

interface StatusLook {
  label: string;
  tone: BadgeTone;
  icon: IconName;
}

const LOOKS: Record<string, StatusLook> = {
  INITIALIZED: { label: "Initialized", tone: "neutral", icon: "circle-dashed" },
  PROCESSING: { label: "Processing", tone: "info", icon: "clock" },
  PROCESSED: { label: "Processed", tone: "success", icon: "check" },
  FAILED: { label: "Failed", tone: "danger", icon: "circle-x" },
  CANCELED: { label: "Canceled", tone: "neutral", icon: "ban" },
  PARTIALLY_REFUNDED: { label: "Partially refunded", tone: "warning", icon: "undo-2" },
  REFUNDED: { label: "Refunded", tone: "warning", icon: "rotate-ccw" },
  AWAITING_APPROVAL: { label: "Awaiting approval", tone: "warning", icon: "user-round-check" },
  PENDING: { label: "Pending", tone: "info", icon: "clock" },
  SUCCEEDED: { label: "Succeeded", tone: "success", icon: "check" },
  ACTIVE: { label: "Active", tone: "success", icon: "check" },
  SUSPENDED: { label: "Suspended", tone: "warning", icon: "circle-slash" },
  EXPIRED: { label: "Expired", tone: "neutral", icon: "clock" },
  REVOKED: { label: "Revoked", tone: "danger", icon: "ban" },
  DELETED: { label: "Deleted", tone: "danger", icon: "trash" },
};

/** The words shown for a status: "PARTIALLY_REFUNDED" → "Partially refunded". */
export function statusLabel(status: string): string {
  const words = status.toLowerCase().replaceAll("_", " ");
  return LOOKS[status]?.label ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** A record's status with icon and words, so that colour is never the only sign. */
export function StatusBadge({ status }: { status: string }) {
  const look = LOOKS[status];
  return (
    <Badge tone={look?.tone} data-icon={look?.icon ?? "circle-dashed"}>
      {statusLabel(status)}
    </Badge>
  );
}
