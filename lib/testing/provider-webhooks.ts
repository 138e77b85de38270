import { randomUUID } from "node:crypto";
import Stripe from "stripe";
import { sandboxWebhook } from "@/lib/sandbox/signature";

export const STRIPE_TEST_SECRET = "whsec_only_for_tests_1234";

export interface SignedWebhook {
  address: string;
  body: Record<string, unknown>;
  headers: Record<string, string>;
}

export interface SigningOptions {
  /** When it claims to have been signed; default: now. */
  at?: Date;
}

/** A webhook as the sandbox sends it; without an object it is about nothing of ours. */
export function signedSandboxWebhook(given: Record<string, unknown> = {}, { at = new Date() }: SigningOptions = {}) {
  const body = {
    id: `evt_${randomUUID()}`,
    type: "payment.succeeded",
    created: at.getTime() / 1000,
    data: {},
    ...given,
  };
  const id = String(body.id);
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": sandboxWebhook().sign(id, at, JSON.stringify(body)),
  };
  return { address: "/api/v1/webhooks/sandbox", body, headers } satisfies SignedWebhook;
}

/** A webhook as Stripe sends it. */
export function signedStripeWebhook(given: Record<string, unknown> = {}, { at = new Date() }: SigningOptions = {}) {
  const created = Math.floor(at.getTime() / 1000);
  const body = {
    id: `evt_${randomUUID()}`,
    object: "event",
    type: "payment_intent.succeeded",
    created,
    data: { object: {} },
    ...given,
  };
  const signature = new Stripe("sk_test_only_for_tests").webhooks.generateTestHeaderString({
    payload: JSON.stringify(body),
    secret: STRIPE_TEST_SECRET,
    timestamp: created,
  });
  return {
    address: "/api/v1/webhooks/stripe",
    body,
    headers: { "stripe-signature": signature },
  } satisfies SignedWebhook;
}
