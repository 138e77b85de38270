import { statusLabel } from "@/components/ui/status-badge";
import type { Texts } from "@/lib/messages/texts";
import {
  APPROVAL_STATUSES,
  type ApprovalStatus,
  type PendingReason,
  REFUND_REASONS,
  REFUND_STATUSES,
  type RefundReason,
} from "@/lib/refunds/lifecycle";

type RefundTexts = Texts<"client.refunds">;

/** Why money goes back, to choose from. */
export function reasonOptions(t: RefundTexts) {
  return REFUND_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }));
}

export function reasonLabel(t: RefundTexts, reason: RefundReason | null): string | null {
  return reason && t(`reasons.${reason}`);
}

/** What a pending refund waits for. */
export function pendingLabel(t: RefundTexts, reason: PendingReason): string {
  return t(`pending.${reason}`);
}

/** How it stands with the second person's approval. */
export function approvalLabel(t: RefundTexts, status: ApprovalStatus): string {
  return t(`approvals.${status}`);
}

export function approvalOptions(t: RefundTexts) {
  return APPROVAL_STATUSES.map((value) => ({ value, label: approvalLabel(t, value) }));
}

export function refundStatusOptions(sentence: (english: string) => string) {
  return REFUND_STATUSES.map((value) => ({ value, label: sentence(statusLabel(value)) }));
}

/** The statuses as tabs; `all` is the name of the first one. */
export function refundStatusTabs(sentence: (english: string) => string, all: string) {
  return [{ value: null, label: all }, ...refundStatusOptions(sentence)];
}
