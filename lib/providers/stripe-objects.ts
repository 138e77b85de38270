import { z } from "zod";
import type { ProviderPayment, ProviderRefund } from "./provider";

// What we read of Stripe's objects. Webhooks are written in the version that their endpoint was made with, so nothing is
// believed to have today's shape.

const metadata = z.record(z.string(), z.string()).nullish();

const lastError = z.object({ message: z.string().nullish(), code: z.string().nullish() }).nullish();

export const stripePaymentIntent = z.object({
  object: z.literal("payment_intent"),
  id: z.string(),
  status: z.string(),
  last_payment_error: lastError,
  metadata,
});

export const stripeRefund = z.object({
  object: z.literal("refund"),
  id: z.string(),
  status: z.string().nullable(),
  failure_reason: z.string().nullish(),
  metadata,
});

export const stripeEvent = z.object({
  id: z.string(),
  object: z.literal("event"),
  type: z.string(),
  created: z.number(),
  data: z.object({ object: z.unknown() }),
});

const PAYMENT_STATES: Readonly<Record<string, ProviderPayment["state"]>> = {
  requires_payment_method: "created",
  requires_confirmation: "created",
  requires_action: "processing",
  requires_capture: "processing",
  processing: "processing",
  succeeded: "succeeded",
  canceled: "canceled",
};

const REFUND_STATES: Readonly<Record<string, ProviderRefund["state"]>> = {
  succeeded: "succeeded",
  failed: "failed",
  canceled: "canceled",
};

/** Sentences for Stripe's reasons of failed refunds; others are shown as they are. */
const REFUND_FAILURES: Readonly<Record<string, string>> = {
  lost_or_stolen_card: "The card was reported lost or stolen.",
  expired_or_canceled_card: "The card has expired or was canceled.",
  charge_for_pending_refund_disputed: "The customer disputed the charge while the refund was pending.",
  insufficient_funds: "The balance at Stripe is too low.",
  declined: "The bank did not accept the refund.",
  merchant_request: "The refund was called off.",
};

/** A decline leaves a PaymentIntent waiting for another payment method; for us that payment has failed. */
export function paymentOf(intent: z.output<typeof stripePaymentIntent>): ProviderPayment {
  const { id: reference, status, last_payment_error: error } = intent;
  const isDeclined = status === "requires_payment_method" && Boolean(error);
  if (isDeclined) return { reference, state: "failed", failureReason: failureOf(error) };
  return { reference, state: PAYMENT_STATES[status] ?? "processing", failureReason: null };
}

export function refundOf(refund: z.output<typeof stripeRefund>): ProviderRefund {
  const state = REFUND_STATES[refund.status ?? ""] ?? "pending";
  const reason = refund.failure_reason ?? null;
  const words = reason === null ? "The refund failed." : (REFUND_FAILURES[reason] ?? reason.replaceAll("_", " "));
  return { reference: refund.id, state, failureReason: state === "failed" ? words.slice(0, 500) : null };
}

function failureOf(error: z.output<typeof lastError>): string {
  return (error?.message ?? error?.code ?? "The payment was declined.").slice(0, 500);
}
