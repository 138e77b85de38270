import { randomUUID } from "node:crypto";
import type { PaymentIntent } from "@/lib/payment-intents/schema";
import type {
  PaymentProvider,
  ProviderName,
  ProviderRefund,
  ProviderRefundState,
  RefundCall,
} from "@/lib/providers/provider";
import { createRefund } from "@/lib/refunds/commands";
import { createRefundInput, type Refund } from "@/lib/refunds/schema";
import { sql, tenantWrite } from "@/lib/tenant-db";
import { makePaymentIntent, type TestTenant } from "./fixtures";

/** A payment intent of 100.00 EUR that the sandbox has collected. */
export async function makeProcessedPayment(
  tenant: TestTenant,
  account_id: string,
  given: Record<string, unknown> = {},
): Promise<PaymentIntent> {
  const payment = await makePaymentIntent(tenant, account_id, given);
  await tenantWrite(tenant.system, "payment_intents:write", "test.process", async (db) => {
    const where = { id: payment.id };
    await db.paymentIntent.updateMany({
      where,
      data: { status: "PROCESSING", provider: "sandbox", providerReference: `test_${randomUUID()}` },
    });
    await db.paymentIntent.updateMany({ where, data: { status: "PROCESSED" } });
  });
  return { ...payment, status: "PROCESSED" };
}

/** A refund that has not been handed to the provider yet. */
export async function makeRefund(
  tenant: TestTenant,
  payment_intent_id: string,
  given: Record<string, unknown> = {},
): Promise<Refund> {
  return createRefund(tenant.system, createRefundInput.parse({ payment_intent_id, ...given }));
}

/** Sets settings of a tenant's own, beside those that it has; `null` takes one away. */
export async function changeSettings(tenant: TestTenant, settings: Record<string, unknown>): Promise<void> {
  await tenantWrite(tenant.system, "settings:write", "test.settings", (db) =>
    db.rows(sql`update tenant_configs set version = version + 1,
      settings = jsonb_strip_nulls(settings || ${JSON.stringify(settings)}::jsonb) where tenant_id = ${tenant.id}::uuid`),
  );
}

/** A refund that waits for a second person; nobody asked for it, so that everybody may decide. */
export async function makeWaitingRefund(
  tenant: TestTenant,
  payment_intent_id: string,
  given: Record<string, unknown> = {},
): Promise<Refund> {
  await changeSettings(tenant, { refund_approval_thresholds: [{ currency: "EUR", amount: 0 }] });
  try {
    return await makeRefund(tenant, payment_intent_id, given);
  } finally {
    await changeSettings(tenant, { refund_approval_thresholds: null });
  }
}

/** A provider that only refunds, as each test wants it, and remembers what it was asked. */
export class RefundingProvider implements Pick<PaymentProvider, "refundPayment" | "retrieveRefund"> {
  readonly calls: RefundCall[] = [];
  readonly #refunds = new Map<string, ProviderRefund>();

  constructor(public answer: ProviderRefundState | Error = "succeeded") {}

  async refundPayment(call: RefundCall): Promise<ProviderRefund> {
    this.calls.push(call);
    if (this.answer instanceof Error) throw this.answer;
    const known = this.#refunds.get(call.idempotencyKey);
    const refund = known ?? { reference: `re_${randomUUID()}`, state: this.answer, failureReason: null };
    this.#refunds.set(call.idempotencyKey, refund);
    return refund;
  }

  /** How much money went back, each key once. */
  get movedMinor(): number {
    const moved = new Map(this.calls.map((call) => [call.idempotencyKey, call.amountMinor]));
    return [...moved].filter(([key]) => this.#refunds.has(key)).reduce((sum, [, amount]) => sum + amount, 0);
  }

  async retrieveRefund(reference: string): Promise<ProviderRefund> {
    const found = [...this.#refunds.values()].find((refund) => refund.reference === reference);
    if (!found || this.answer instanceof Error) throw new Error("no such refund");
    return { ...found, state: this.answer };
  }

  /** As the jobs look providers up. */
  readonly find = (_name: ProviderName) => this as unknown as PaymentProvider;
}
