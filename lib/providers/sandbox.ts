import { z } from "zod";
import * as bank from "../sandbox/bank";
import { sandboxWebhook } from "../sandbox/signature";
import { ourIds } from "./our-ids";
import {
  type EventSubject,
  type PaymentProvider,
  ProviderError,
  type ProviderEvent,
  type ProviderPayment,
  type ProviderRefund,
  WebhookRefused,
} from "./provider";

const metadata = z.record(z.string(), z.string()).default({});
const failure_reason = z.string().nullable();
const payment = z.object({
  id: z.string(),
  state: z.enum(["created", "processing", "succeeded", "failed", "canceled"]),
  failure_reason,
  metadata,
});
const refund = z.object({
  id: z.string(),
  state: z.enum(["pending", "succeeded", "failed"]),
  failure_reason,
  metadata,
});
const refusal = z.object({ error: z.string() });
const event = z.object({
  id: z.string(),
  type: z.string(),
  created: z.number(),
  data: z.unknown(),
});

/** The sandbox: behaves like a real provider and moves no money. */
export const sandboxProvider: PaymentProvider = {
  name: "sandbox",
  needsPaymentMethod: false,

  async createPayment({ amountMinor, currency, customerEmail, reference, idempotencyKey, ...ids }) {
    const answer = await bank.createPayment(idempotencyKey, {
      amount: amountMinor,
      currency,
      customer_email: customerEmail,
      description: reference,
      metadata: { tenant_id: ids.tenantId, payment_intent_id: ids.paymentIntentId },
    });
    return readPayment(answer);
  },

  confirmPayment: async ({ reference }) => readPayment(await bank.confirmPayment(reference)),
  cancelPayment: async (reference) => readPayment(await bank.cancelPayment(reference)),
  retrievePayment: async (reference) => readPayment(await bank.findPayment(reference)),

  async refundPayment({ paymentReference, amountMinor, currency, idempotencyKey, ...ids }) {
    const answer = await bank.refundPayment(idempotencyKey, paymentReference, {
      amount: amountMinor,
      currency,
      metadata: { tenant_id: ids.tenantId, payment_intent_id: ids.paymentIntentId, refund_id: ids.refundId },
    });
    return readRefund(answer);
  },

  retrieveRefund: async (reference) => readRefund(await bank.findRefund(reference)),

  verifyWebhook(body, headers) {
    try {
      return sandboxWebhook().verify(body, Object.fromEntries(headers));
    } catch (error) {
      throw new WebhookRefused(error instanceof SyntaxError ? "The body is not JSON" : messageOf(error));
    }
  },

  parseEvent(payload) {
    const parsed = event.safeParse(payload);
    if (!parsed.success) throw new WebhookRefused("The event has not the sandbox's shape");
    const { id, type, created, data } = parsed.data;
    return { id, type, occurredAt: new Date(created * 1000).toISOString(), ...about(type, data) };
  },
};

function about(type: string, data: unknown): Pick<ProviderEvent, "tenantId" | "subject"> {
  const parsed = (type.startsWith("refund.") ? refund : payment).safeParse(data);
  const ids = ourIds(parsed.data?.metadata);
  const { tenant_id: tenantId, payment_intent_id: paymentIntentId, refund_id: refundId } = ids;
  if (!paymentIntentId) return { tenantId, subject: null };
  const subject: EventSubject | null = refundId
    ? { kind: "refund", paymentIntentId, refundId, refund: readRefund(data) }
    : { kind: "payment", paymentIntentId, payment: readPayment(data) };
  return { tenantId, subject };
}

function readPayment(answer: unknown): ProviderPayment {
  const { id, state, failure_reason: failureReason } = read(payment, answer);
  return { reference: id, state, failureReason };
}

function readRefund(answer: unknown): ProviderRefund {
  const { id, state, failure_reason: failureReason } = read(refund, answer);
  return { reference: id, state, failureReason };
}

function read<T>(schema: z.ZodType<T>, answer: unknown): T {
  if (answer === null) throw new ProviderError("refused", "The sandbox does not know it");
  const refused = refusal.safeParse(answer);
  if (refused.success) throw new ProviderError("refused", `The sandbox refused: ${refused.data.error}`);
  return schema.parse(answer);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "The signature is not valid";
}
