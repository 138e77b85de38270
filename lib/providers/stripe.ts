import Stripe from "stripe";
import type { StripeLogin } from "../env";
import { ourIds } from "./our-ids";
import {
  type EventSubject,
  type OurIds,
  type PaymentProvider,
  ProviderError,
  type ProviderEvent,
  type ProviderPayment,
  WebhookRefused,
} from "./provider";
import { toStripeAmount } from "./stripe-amounts";
import { paymentOf, refundOf, stripeEvent, stripePaymentIntent, stripeRefund } from "./stripe-objects";

/** The version whose shapes the code was written for; a newer one is taken on purpose, with the package. */
const API_VERSION = "2026-10-28.endive";
const TIMEOUT_MS = 20_000;
const WEBHOOK_AGE_SECONDS = 300;

const clients = new Map<string, Stripe>();

/** Stripe, by its official package. */
export function stripeProvider(login: StripeLogin): PaymentProvider {
  const stripe = clientOf(login);
  return {
    name: "stripe",
    needsPaymentMethod: true,

    createPayment: ({ amountMinor, currency, customerEmail, reference, idempotencyKey, ...ids }) =>
      paymentCall(async () =>
        stripe.paymentIntents.create(
          {
            amount: toStripeAmount(amountMinor, currency),
            currency: currency.toLowerCase(),
            // Nobody sits before a browser when a payment is confirmed here, so there is nowhere to be sent to.
            automatic_payment_methods: { enabled: true, allow_redirects: "never" },
            ...(reference !== null && { description: reference }),
            ...(customerEmail !== null && { receipt_email: customerEmail }),
            metadata: metadataOf(ids),
          },
          { idempotencyKey },
        ),
      ),

    confirmPayment: ({ reference, paymentMethod, idempotencyKey }) =>
      paymentCall(() =>
        stripe.paymentIntents.confirm(
          reference,
          { error_on_requires_action: true, ...(paymentMethod !== null && { payment_method: paymentMethod }) },
          { idempotencyKey },
        ),
      ),

    // Without a key of ours: a refusal would be repeated for a day, although it may be possible by then.
    cancelPayment: (reference) => paymentCall(() => stripe.paymentIntents.cancel(reference)),

    retrievePayment: (reference) => paymentCall(() => stripe.paymentIntents.retrieve(reference)),

    async refundPayment({ paymentReference, amountMinor, currency, reason, idempotencyKey, refundId, ...ids }) {
      const refund = await call(async () =>
        stripe.refunds.create(
          {
            payment_intent: paymentReference,
            amount: toStripeAmount(amountMinor, currency),
            ...(reason !== null && { reason }),
            metadata: { ...metadataOf(ids), refund_id: refundId },
          },
          { idempotencyKey },
        ),
      );
      return refundOf(stripeRefund.parse(refund));
    },

    retrieveRefund: async (reference) =>
      refundOf(stripeRefund.parse(await call(() => stripe.refunds.retrieve(reference)))),

    verifyWebhook(body, headers) {
      try {
        const signature = headers.get("stripe-signature") ?? "";
        return stripe.webhooks.constructEvent(body, signature, login.webhookSecret, WEBHOOK_AGE_SECONDS);
      } catch (error) {
        // The package's own sentences repeat the payload's beginning and give advice to its users.
        const isOld = error instanceof Error && error.message.includes("tolerance zone");
        throw new WebhookRefused(
          isOld ? "The webhook is older than five minutes" : "The signature does not fit the body",
        );
      }
    },

    parseEvent(payload) {
      const parsed = stripeEvent.safeParse(payload);
      if (!parsed.success) throw new WebhookRefused("The event has not Stripe's shape");
      const { id, type, created, data } = parsed.data;
      return { id, type, occurredAt: new Date(created * 1000).toISOString(), ...about(data.object) };
    },
  };
}

function clientOf({ secretKey, apiUrl }: StripeLogin): Stripe {
  const name = `${secretKey} ${apiUrl}`;
  const known = clients.get(name);
  if (known) return known;
  const url = apiUrl === null ? null : new URL(apiUrl);
  const made = new Stripe(secretKey, {
    apiVersion: API_VERSION,
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 2,
    telemetry: false,
    ...(url && {
      protocol: url.protocol === "http:" ? "http" : "https",
      host: url.hostname,
      port: url.port || (url.protocol === "http:" ? 80 : 443),
    }),
  });
  clients.set(name, made);
  return made;
}

const metadataOf = ({ tenantId, paymentIntentId }: OurIds) => ({
  tenant_id: tenantId,
  payment_intent_id: paymentIntentId,
});

function about(object: unknown): Pick<ProviderEvent, "tenantId" | "subject"> {
  const refund = stripeRefund.safeParse(object).data;
  const payment = stripePaymentIntent.safeParse(object).data;
  const ids = ourIds((refund ?? payment)?.metadata);
  const { tenant_id: tenantId, payment_intent_id: paymentIntentId, refund_id: refundId } = ids;
  let subject: EventSubject | null = null;
  if (payment && paymentIntentId) subject = { kind: "payment", paymentIntentId, payment: paymentOf(payment) };
  if (refund && paymentIntentId && refundId)
    subject = { kind: "refund", paymentIntentId, refundId, refund: refundOf(refund) };
  return { tenantId, subject };
}

/** A decline, and a call that came too late, carry the payment as it is now: that is the outcome. */
async function paymentCall(make: () => Promise<unknown>): Promise<ProviderPayment> {
  try {
    return paymentOf(stripePaymentIntent.parse(await make()));
  } catch (error) {
    const now = paymentIn(error);
    if (now && error instanceof Stripe.errors.StripeCardError)
      return { reference: now.reference, state: "failed", failureReason: error.message.slice(0, 500) };
    const isTooLate = error instanceof Stripe.errors.StripeInvalidRequestError && now && now.state !== "created";
    if (isTooLate) return now;
    throw failed(error);
  }
}

function paymentIn(error: unknown): ProviderPayment | null {
  if (!(error instanceof Stripe.errors.StripeError)) return null;
  const known = stripePaymentIntent.safeParse(error.payment_intent);
  return known.success ? paymentOf(known.data) : null;
}

async function call<T>(make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    throw failed(error);
  }
}

/**
 * Only what Stripe says of the request itself is final. A wrong login, limits, faults, the network, and a key that is in
 * use or was used for something else leave the outcome open: the call is made again, or somebody looks.
 */
function failed(error: unknown): unknown {
  if (error instanceof ProviderError || !(error instanceof Stripe.errors.StripeError)) return error;
  const isFinal =
    error instanceof Stripe.errors.StripeCardError ||
    (error instanceof Stripe.errors.StripeInvalidRequestError &&
      error.statusCode !== 409 &&
      error.code !== "idempotency_key_in_use");
  const message = isFinal ? error.message : `Stripe did not do it (${error.type}, ${error.statusCode ?? "no answer"})`;
  return new ProviderError(isFinal ? "refused" : "unavailable", message, { cause: error });
}
