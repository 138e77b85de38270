import { statusLabel } from "@/components/ui/status-badge";
import { type PendingReason, REFUND_REASONS, REFUND_STATUSES, type RefundReason } from "@/lib/refunds/lifecycle";

const REASON_LABELS: Readonly<Record<RefundReason, string>> = {
  requested_by_customer: "Requested by customer",
  duplicate: "Duplicate payment",
  fraudulent: "Fraudulent",
  other: "Other",
};

/** Why money goes back, to choose from. */
export const REASON_OPTIONS = REFUND_REASONS.map((value) => ({ value, label: REASON_LABELS[value] }));

export function reasonLabel(reason: RefundReason | null): string | null {
  return reason && REASON_LABELS[reason];
}

/** What a pending refund waits for. */
export const PENDING_LABELS: Readonly<Record<PendingReason, string>> = {
  awaiting_approval: "Waiting for a second person to approve it",
  queued: "Waiting to be sent to the provider",
  awaiting_provider: "Waiting for the provider’s answer",
};

export const REFUND_STATUS_OPTIONS = REFUND_STATUSES.map((value) => ({ value, label: statusLabel(value) }));

export const REFUND_STATUS_TABS = [{ value: null, label: "All" }, ...REFUND_STATUS_OPTIONS];
