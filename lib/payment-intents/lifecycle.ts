/** Statuses of a payment intent, in the order of its life. */
export const PAYMENT_INTENT_STATUSES = [
  "INITIALIZED",
  "PROCESSING",
  "PROCESSED",
  "FAILED",
  "CANCELED",
  "PARTIALLY_REFUNDED",
  "REFUNDED",
] as const;
export type PaymentIntentStatus = (typeof PAYMENT_INTENT_STATUSES)[number];

/**
 * The state machine. `app.payment_intent_may_become` in the database holds the same table and has the last word; a test
 * keeps the two equal. A refund that a provider takes back leads from the refunded states to an earlier one.
 */
const NEXT: Readonly<Record<PaymentIntentStatus, readonly PaymentIntentStatus[]>> = {
  INITIALIZED: ["PROCESSING", "FAILED", "CANCELED"],
  PROCESSING: ["PROCESSED", "FAILED", "CANCELED"],
  PROCESSED: ["PARTIALLY_REFUNDED", "REFUNDED"],
  FAILED: [],
  CANCELED: [],
  PARTIALLY_REFUNDED: ["PROCESSED", "PARTIALLY_REFUNDED", "REFUNDED"],
  REFUNDED: ["PROCESSED", "PARTIALLY_REFUNDED"],
};

/** True if a payment intent may go from one status to the other. */
export function mayBecome(from: PaymentIntentStatus, to: PaymentIntentStatus): boolean {
  return NEXT[from].includes(to);
}
