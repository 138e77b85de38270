import {
  Ban,
  Check,
  CircleDashed,
  CircleSlash,
  CircleX,
  Clock,
  type LucideIcon,
  RotateCcw,
  Trash2,
  Undo2,
  UserRoundCheck,
} from "lucide-react";
import { Badge, type BadgeTone } from "./badge";

interface StatusLook {
  label: string;
  tone: BadgeTone;
  icon: LucideIcon;
}

const LOOKS: Record<string, StatusLook> = {
  INITIALIZED: { label: "Initialized", tone: "neutral", icon: CircleDashed },
  PROCESSING: { label: "Processing", tone: "info", icon: Clock },
  PROCESSED: { label: "Processed", tone: "success", icon: Check },
  FAILED: { label: "Failed", tone: "danger", icon: CircleX },
  CANCELED: { label: "Canceled", tone: "neutral", icon: Ban },
  PARTIALLY_REFUNDED: { label: "Partially refunded", tone: "warning", icon: Undo2 },
  REFUNDED: { label: "Refunded", tone: "warning", icon: RotateCcw },
  AWAITING_APPROVAL: { label: "Awaiting approval", tone: "warning", icon: UserRoundCheck },
  PENDING: { label: "Pending", tone: "info", icon: Clock },
  SUCCEEDED: { label: "Succeeded", tone: "success", icon: Check },
  ACTIVE: { label: "Active", tone: "success", icon: Check },
  SUSPENDED: { label: "Suspended", tone: "warning", icon: CircleSlash },
  EXPIRED: { label: "Expired", tone: "neutral", icon: Clock },
  REVOKED: { label: "Revoked", tone: "danger", icon: Ban },
  DELETED: { label: "Deleted", tone: "danger", icon: Trash2 },
};

/** The words shown for a status: "PARTIALLY_REFUNDED" → "Partially refunded". */
export function statusLabel(status: string): string {
  const words = status.toLowerCase().replaceAll("_", " ");
  return LOOKS[status]?.label ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** A record's status with icon and words, so that colour is never the only sign. */
export function StatusBadge({ status }: { status: string }) {
  const look = LOOKS[status];
  const Icon = look?.icon ?? CircleDashed;
  return (
    <Badge tone={look?.tone}>
      <Icon aria-hidden />
      {statusLabel(status)}
    </Badge>
  );
}
