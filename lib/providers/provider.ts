import type { ProviderName } from "../provider-names";

/**
 * What every payment provider can do for us, in our words. The code behind it speaks to a network and holds no rows: it
 * is called outside of transactions, with keys that stay the same however often a call is made.
 */

export type { ProviderName };

/** Ids of ours that travel with each payment and refund, and come back in the provider's events. */
export interface OurIds {
  tenantId: string;
  paymentIntentId: string;
}

export interface CreatePaymentCall extends OurIds {
  /** What the provider is to move, in minor units as ISO 4217 counts them: `chargeOf(payment)`. */
  amountMinor: number;
  currency: string;
  customerEmail: string | null;
  /** The tenant's own reference, shown at the provider. */
  reference: string | null;
  idempotencyKey: string;
}

export interface ConfirmPaymentCall {
  /** The provider's id of the payment. */
  reference: string;
  /** The provider's token of a card or account; null where the provider needs none. */
  paymentMethod: string | null;
  idempotencyKey: string;
}

export interface RefundCall extends OurIds {
  refundId: string;
  /** The provider's id of the payment. */
  paymentReference: string;
  /** In minor units of the currency that was charged: `chargedShareOf(payment, refunded before, amount)`. */
  amountMinor: number;
  currency: string;
  reason: "requested_by_customer" | "duplicate" | "fraudulent" | null;
  idempotencyKey: string;
}

export type ProviderPaymentState = "created" | "processing" | "succeeded" | "failed" | "canceled";

/** A payment as the provider sees it. */
export interface ProviderPayment {
  /** The provider's id of it. */
  reference: string;
  state: ProviderPaymentState;
  /** For people, at most 500 characters; null unless the state is `failed`. */
  failureReason: string | null;
}

export type ProviderRefundState = "pending" | "succeeded" | "failed" | "canceled";

/** A refund as the provider sees it. */
export interface ProviderRefund {
  reference: string;
  state: ProviderRefundState;
  /** For people, at most 500 characters; null unless the state is `failed`. */
  failureReason: string | null;
}

/** What an event is about; null: nothing of ours. */
export type EventSubject =
  | { kind: "payment"; paymentIntentId: string; payment: ProviderPayment }
  | { kind: "refund"; paymentIntentId: string; refundId: string; refund: ProviderRefund };

/** A provider's word that something happened, in our words. */
export interface ProviderEvent {
  /** The provider's id of the event: the same event sent twice has the same one. */
  id: string;
  /** The provider's name of it, such as `payment_intent.succeeded`. */
  type: string;
  /** When it happened at the provider, ISO 8601 in UTC. Events arrive in any order. */
  occurredAt: string;
  tenantId: string | null;
  subject: EventSubject | null;
}

/** Each call may be made again with the same key, and then has the effect of once. */
export interface PaymentProvider {
  readonly name: ProviderName;
  /** False: a payment can be confirmed without the token of a payment method. */
  readonly needsPaymentMethod: boolean;
  /** Makes the payment known at the provider; no money moves. */
  createPayment(call: CreatePaymentCall): Promise<ProviderPayment>;
  /** Has the provider collect the money. A decline is an outcome (`failed`), not an error. */
  confirmPayment(call: ConfirmPaymentCall): Promise<ProviderPayment>;
  /** Calls a payment off, at the second call as at the first. Where it is too late the answer is the state that it is in. */
  cancelPayment(reference: string): Promise<ProviderPayment>;
  retrievePayment(reference: string): Promise<ProviderPayment>;
  /** Gives money back. A refusal of the provider is an outcome (`failed`) or a `ProviderError` of kind `refused`. */
  refundPayment(call: RefundCall): Promise<ProviderRefund>;
  retrieveRefund(reference: string): Promise<ProviderRefund>;
  /**
   * Checks signature and age of a webhook before anything in it is believed.
   * @param body the bytes as they came
   * @returns the event as the provider wrote it, for `parseEvent`
   * @throws WebhookRefused
   */
  verifyWebhook(body: Buffer, headers: Headers): unknown;
  /** Reads a verified event. @throws WebhookRefused if it has not the provider's shape */
  parseEvent(payload: unknown): ProviderEvent;
}

/**
 * A call that had no outcome.
 * - `unavailable`: network, limits, the provider's own fault or our wrong login there. The same call may succeed later.
 * - `refused`: the provider will never do this; the message says why, for people.
 */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly kind: "unavailable" | "refused";

  constructor(kind: "unavailable" | "refused", message: string, options: { cause?: unknown } = {}) {
    super(message.slice(0, 500), options);
    this.kind = kind;
  }
}

/** A webhook that is not believed; the message says why, for the one who sent it. */
export class WebhookRefused extends Error {
  override readonly name = "WebhookRefused";
}
