import type pg from "pg";
import type { TenantActor } from "../../lib/actor";
import { chargeOf } from "../../lib/charge";
import { sql, tenantRead } from "../../lib/tenant-db";

interface Paid {
  id: string;
  status: string;
  amount: number;
  currency: string;
  processing_amount: number | null;
  processing_currency: string | null;
  customer_email: string | null;
  reference: string | null;
  provider_reference: string;
  failure_reason: string | null;
  created_at: string;
}

const STATES: Readonly<Record<string, string>> = {
  PROCESSING: "processing",
  PROCESSED: "succeeded",
  FAILED: "failed",
  CANCELED: "canceled",
};

/**
 * Writes the sandbox's own books of a tenant's payments, as if it had collected them: so the demo's payments can be
 * refunded and canceled like any other.
 */
export async function seedProviderBooks(owner: pg.Client, actor: TenantActor): Promise<void> {
  const payments = await tenantRead(actor, "payment_intents:read", (db) =>
    db.rows<Paid>(
      sql`select p.id, p.status, p.amount, p.currency, p.processing_amount, p.processing_currency, p.customer_email,
            p.reference, p.provider_reference, p.failure_reason, p.created_at
          from payment_intents p where p.tenant_id = ${actor.tenantId}::uuid and p.provider_reference is not null`,
    ),
  );
  const books = payments.map((payment) => {
    const { amountMinor, currency } = chargeOf(payment);
    const state = STATES[payment.status];
    return {
      reference: payment.provider_reference,
      idempotency_key: `payment:${payment.id}:create`,
      request: {
        amount: amountMinor,
        currency,
        customer_email: payment.customer_email,
        description: payment.reference,
        metadata: { tenant_id: actor.tenantId, payment_intent_id: payment.id },
      },
      amount: amountMinor,
      state,
      failure_reason: payment.failure_reason,
      charged: state === "succeeded" ? amountMinor : 0,
      created_at: payment.created_at,
    };
  });
  await owner.query(
    `insert into app.sandbox_payments (reference, idempotency_key, request, amount, state, failure_reason, charged, created_at)
     select reference, idempotency_key, request, amount, state, failure_reason, charged, created_at
     from jsonb_to_recordset($1) as b (reference text, idempotency_key text, request jsonb, amount bigint, state text,
       failure_reason text, charged bigint, created_at timestamptz)`,
    [JSON.stringify(books)],
  );
}
