/** Statuses of a refund, in the order of its life. */
export const REFUND_STATUSES = ["PENDING", "SUCCEEDED", "FAILED", "CANCELED"] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** Why a refund is pending: a second person has to agree, it is not yet sent to the provider, or sent and not yet answered. */
export const PENDING_REASONS = ["awaiting_approval", "queued", "awaiting_provider"] as const;
export type PendingReason = (typeof PENDING_REASONS)[number];

/**
 * What became of a refund that needed a second person. All but the first are final; the database holds to that, and to who
 * may decide.
 */
export const APPROVAL_STATUSES = ["pending", "approved", "rejected", "expired", "withdrawn"] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

/** Why money goes back, in the words that providers use. */
export const REFUND_REASONS = ["requested_by_customer", "duplicate", "fraudulent", "other"] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];

/**
 * The state machine. `app.refund_may_become` in the database holds the same table and has the last word; a test keeps the
 * two equal. The guest's bank may send money back after the provider said that it went out: hence SUCCEEDED → FAILED.
 */
const NEXT: Readonly<Record<RefundStatus, readonly RefundStatus[]>> = {
  PENDING: ["SUCCEEDED", "FAILED", "CANCELED"],
  SUCCEEDED: ["FAILED"],
  FAILED: [],
  CANCELED: [],
};

/** True if a refund may go from one status to the other. */
export function refundMayBecome(from: RefundStatus, to: RefundStatus): boolean {
  return NEXT[from].includes(to);
}

/** The part of a payment intent that decides what can be refunded. Amounts in minor units of one currency. */
export interface RefundablePayment {
  status: string;
  amount: number;
  refunded_amount: number;
  refunding_amount: number;
  /** The provider's id of the payment; null for one that was collected elsewhere and imported. */
  provider_reference: string | null;
}

/** Statuses of payments that can be refunded. */
const REFUNDABLE_STATUSES: readonly string[] = ["PROCESSED", "PARTIALLY_REFUNDED"];

/** What can still be refunded, in minor units: what was paid, less what went back and what is on its way. */
export function refundableAmount(payment: RefundablePayment): number {
  if (payment.provider_reference === null || !REFUNDABLE_STATUSES.includes(payment.status)) return 0;
  return payment.amount - payment.refunded_amount - payment.refunding_amount;
}
