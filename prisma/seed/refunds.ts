import type { TenantActor } from "../../lib/actor";
import { parseListParams } from "../../lib/list-query";
import { listPaymentIntents } from "../../lib/payment-intents/queries";
import { paymentIntentList } from "../../lib/payment-intents/schema";
import type { PaymentProvider } from "../../lib/providers/provider";
import { sandboxProvider } from "../../lib/providers/sandbox";
import { cancelRefund, createRefund } from "../../lib/refunds/commands";
import { checkRefund, submitRefund } from "../../lib/refunds/jobs";
import type { RefundReason } from "../../lib/refunds/lifecycle";
import { createRefundInput } from "../../lib/refunds/schema";
import type { SandboxRefundRequest } from "../../lib/sandbox/bank";
import type { Plan } from "../../lib/sandbox/plan";
import { outside } from "../../lib/tenant-db";

interface Wanted {
  /** Which of the latest collected payments; two of one payment are two refunds of it. */
  payment: number;
  /** Percent of what was paid; null: all that is left. */
  percent: number | null;
  end: "succeeded" | "failed" | "canceled" | "pending";
  reason: RefundReason;
  comment: string | null;
}

const WANTED: readonly Wanted[] = [
  { payment: 0, percent: null, end: "succeeded", reason: "requested_by_customer", comment: "Flight was cancelled" },
  { payment: 1, percent: 25, end: "succeeded", reason: "other", comment: "Breakfast was not served on two days" },
  { payment: 2, percent: null, end: "succeeded", reason: "duplicate", comment: "Charged at the desk and online" },
  { payment: 3, percent: 40, end: "succeeded", reason: "requested_by_customer", comment: "Left two nights early" },
  { payment: 3, percent: 20, end: "succeeded", reason: "other", comment: "Air conditioning broken, agreed by phone" },
  { payment: 4, percent: null, end: "failed", reason: "requested_by_customer", comment: null },
  { payment: 5, percent: 50, end: "failed", reason: "fraudulent", comment: "Reported by the cardholder" },
  { payment: 6, percent: 10, end: "canceled", reason: "other", comment: "Wrong booking" },
  {
    payment: 7,
    percent: 30,
    end: "pending",
    reason: "requested_by_customer",
    comment: "Room change, difference in price",
  },
  { payment: 8, percent: null, end: "pending", reason: "duplicate", comment: null },
];

const LATER_MS = 3 * 86_400_000;

/** Refunds of every kind, asked for by these actors in turn, each led to its end by the jobs of the product. */
export async function seedRefunds(actors: readonly [TenantActor, ...TenantActor[]]): Promise<void> {
  const query = parseListParams(paymentIntentList, { status: "PROCESSED", currency: "EUR" }, { mode: "strict" }).query;
  const payments = (await listPaymentIntents(actors[0], query)).items;
  for (const [index, { payment, percent, end, reason, comment }] of WANTED.entries()) {
    const paid = payments[payment];
    if (!paid) throw new Error("the demo has too few payments for its refunds");
    const actor = actors[index % actors.length] ?? actors[0];
    const amount = percent === null ? null : Math.round((paid.amount * percent) / 100);
    const { id } = await createRefund(
      actor,
      createRefundInput.parse({ payment_intent_id: paid.id, amount, reason, comment }),
    );
    if (end === "canceled") await cancelRefund(actor, { id });
    else await settle(actor.tenantId, id, end);
  }
}

async function settle(tenant_id: string, refund_id: string, end: "succeeded" | "failed" | "pending"): Promise<void> {
  let reference = "";
  const provider: PaymentProvider = {
    ...sandboxProvider,
    async refundPayment(call) {
      const refund = await refundAsPlanned(call, end);
      reference = refund.reference;
      return refund;
    },
  };
  await submitRefund({ tenant_id, refund_id }, () => provider);
  if (end === "pending") return;
  await outside.sandbox.settle(reference);
  await checkRefund({ tenant_id, refund_id, checks: 0 }, () => sandboxProvider);
}

/** As the sandbox does it, with an end of our own; no webhook, because nothing listens yet. */
async function refundAsPlanned(
  { tenantId, paymentIntentId, refundId, ...call }: Parameters<PaymentProvider["refundPayment"]>[0],
  end: "succeeded" | "failed" | "pending",
): ReturnType<PaymentProvider["refundPayment"]> {
  const plan: Plan = {
    outcome: end === "failed" ? "failed" : "succeeded",
    failure_reason: end === "failed" ? "The bank did not accept the refund: the account is closed." : null,
    delay_ms: end === "pending" ? LATER_MS : 0,
    webhook: end === "pending" ? "once" : "lost",
  };
  const request: SandboxRefundRequest = {
    amount: call.amountMinor,
    currency: call.currency,
    metadata: { tenant_id: tenantId, payment_intent_id: paymentIntentId, refund_id: refundId },
  };
  const made = await outside.sandbox.refundPayment(call.idempotencyKey, call.paymentReference, request, plan);
  if (typeof made !== "object" || made === null || !("id" in made))
    throw new Error(`the sandbox refused a refund of the demo: ${JSON.stringify(made)}`);
  return sandboxProvider.retrieveRefund(String(made.id));
}
