import { statusLabel } from "@/components/ui/status-badge";
import {
  APPROVAL_STATUSES,
  type ApprovalStatus,
  type PendingReason,
  REFUND_REASONS,
  REFUND_STATUSES,
  type RefundReason,
} from "@/lib/refunds/lifecycle";

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

/** How it stands with the second person's approval. */
export const APPROVAL_LABELS: Readonly<Record<ApprovalStatus, string>> = {
  pending: "Waiting for approval",
  approved: "Approved",
  rejected: "Rejected",
  expired: "Nobody decided in time",
  withdrawn: "Withdrawn",
};

export const APPROVAL_OPTIONS = APPROVAL_STATUSES.map((value) => ({ value, label: APPROVAL_LABELS[value] }));

export const REFUND_STATUS_OPTIONS = REFUND_STATUSES.map((value) => ({ value, label: statusLabel(value) }));

export const REFUND_STATUS_TABS = [{ value: null, label: "All" }, ...REFUND_STATUS_OPTIONS];
