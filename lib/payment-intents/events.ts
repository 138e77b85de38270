import type { ProviderEvent, ProviderName, ProviderPayment } from "../providers/provider";
import { systemActor } from "../system-actor";
import { sql, tenantRead, tenantWrite, type WriteClient } from "../tenant-db";
import { reportContradiction } from "./jobs";
import { applyOutcome, lockPayment, type MovingPayment, type Outcome } from "./moves";

const OPERATION = "payments.apply_event";

/** A webhook's event that is still to be worked off, as the provider wrote it; null if it was, or is not this tenant's. */
export async function findWebhookEvent(tenantId: string, provider: ProviderName, eventId: string): Promise<unknown> {
  const [row] = await tenantRead(systemActor(tenantId, OPERATION), "payment_intents:read", (db) =>
    db.rows<{ event: unknown }>(sql`select app.webhook_event(${provider}, ${eventId}) as event`),
  );
  return row?.event ?? null;
}

/**
 * Applies what a provider says of a payment, once: the event is marked as worked off in the transaction of its effect, and
 * the payment is locked. What comes late or out of order is kept in the payment's history and changes nothing.
 */
export async function applyPaymentEvent(
  tenantId: string,
  provider: ProviderName,
  event: ProviderEvent,
  paymentIntentId: string,
  said: ProviderPayment,
): Promise<void> {
  const outcome = await onPayment(tenantId, provider, event, paymentIntentId, null, (db, payment) =>
    applyOutcome(db, tenantId, payment, said, event.occurredAt),
  );
  if (outcome === "contradicted") reportContradiction(tenantId, paymentIntentId, said);
}

/** Keeps in a payment's history what came of an event about one of its refunds. */
export async function noteRefundEvent(
  tenantId: string,
  provider: ProviderName,
  event: ProviderEvent,
  refund: { paymentIntentId: string; refundId: string },
  outcome: Outcome,
): Promise<void> {
  await onPayment(tenantId, provider, event, refund.paymentIntentId, refund.refundId, async () => outcome);
}

/** Marks an event as worked off that is about nothing of ours. */
export async function dismissEvent(tenantId: string, provider: ProviderName, eventId: string): Promise<void> {
  await tenantWrite(systemActor(tenantId, OPERATION), "payment_intents:write", OPERATION, (db) =>
    take(db, provider, eventId),
  );
}

async function onPayment(
  tenantId: string,
  provider: ProviderName,
  event: ProviderEvent,
  paymentIntentId: string,
  refundId: string | null,
  apply: (db: WriteClient, payment: MovingPayment) => Promise<Outcome>,
): Promise<Outcome | null> {
  return tenantWrite(
    systemActor(tenantId, OPERATION),
    "payment_intents:write",
    OPERATION,
    async (db) => {
      if (!(await take(db, provider, event.id))) return null;
      const payment = await lockIfOurs(db, tenantId, provider, paymentIntentId);
      if (!payment) return null;
      const outcome = await apply(db, payment);
      await db.rows(
        sql`insert into payment_events (tenant_id, account_id, payment_intent_id, refund_id, provider, event_id, type, outcome, occurred_at)
            values (${tenantId}::uuid, ${payment.account_id}::uuid, ${paymentIntentId}::uuid, ${refundId}::uuid, ${provider},
              ${event.id}, ${event.type.slice(0, 100)}, ${outcome}, ${event.occurredAt}::timestamptz)`,
      );
      return outcome;
    },
    { idempotent: true },
  );
}

async function take(db: WriteClient, provider: ProviderName, eventId: string): Promise<boolean> {
  const [row] = await db.rows<{ taken: boolean }>(sql`select app.take_webhook(${provider}, ${eventId}) as taken`);
  return row?.taken === true;
}

/** Ids travel through the provider's dashboard, where people can write them: the payment must be with that provider. */
async function lockIfOurs(
  db: WriteClient,
  tenantId: string,
  provider: ProviderName,
  id: string,
): Promise<MovingPayment | null> {
  const [found] = await db.rows<{ id: string }>(
    sql`select p.id from payment_intents p where p.tenant_id = ${tenantId}::uuid and p.id = ${id}::uuid and p.provider = ${provider}`,
  );
  return found ? lockPayment(db, tenantId, found.id) : null;
}
