import type { TenantActor } from "../actor";
import { type ChargedSides, chargeOf } from "../charge";
import { env } from "../env";
import { AppError, fieldError } from "../errors";
import { configuredProvider } from "../providers";
import type { ProviderName, ProviderPayment } from "../providers/provider";
import { addJob, sql, type WriteClient } from "../tenant-db";
import { mayBecome, type PaymentIntentStatus } from "./lifecycle";

// The steps of a payment on its way, each inside a transaction of whoever takes it. None of them calls a provider.

/** A payment intent as far as its way is concerned. */
export interface MovingPayment extends ChargedSides {
  id: string;
  account_id: string;
  status: PaymentIntentStatus;
  provider: ProviderName | null;
  provider_reference: string | null;
  payment_method: string | null;
  cancellation: "requested" | "refused" | null;
  submitted_at: string | null;
  customer_email: string | null;
  reference: string | null;
}

export const MOVING_COLUMNS = sql`p.id, p.account_id, p.status, p.provider, p.provider_reference, p.payment_method,
  p.cancellation, p.submitted_at, p.customer_email, p.reference, p.amount, p.currency, p.processing_amount, p.processing_currency`;

/** Locks a payment, so that whoever comes meanwhile waits and sees what came of it. @throws AppError `not_found` */
export async function lockPayment(db: WriteClient, tenantId: string, id: string): Promise<MovingPayment> {
  const [payment] = await db.rows<MovingPayment>(
    sql`select ${MOVING_COLUMNS} from payment_intents p
        where p.tenant_id = ${tenantId}::uuid and p.id = ${id}::uuid for update`,
    "payment_intents_lock",
  );
  if (!payment) throw new AppError("not_found", "Payment intent not found");
  return payment;
}

/**
 * INITIALIZED → PROCESSING, with the job that has the money collected.
 * @throws AppError `conflict` in another status or where there is nothing to collect, `validation_error` without the
 * payment method that the provider needs
 */
export async function beginConfirmation(
  db: WriteClient,
  { tenantId }: TenantActor,
  id: string,
  paymentMethod: string | null,
): Promise<void> {
  const payment = await lockPayment(db, tenantId, id);
  if (payment.status !== "INITIALIZED")
    throw new AppError("conflict", `A payment intent in status ${payment.status} cannot be confirmed`);
  if (chargeOf(payment).amountMinor === 0)
    throw new AppError("conflict", "The amount is zero: there is nothing to collect");
  const provider = configuredProvider();
  if (provider.needsPaymentMethod && paymentMethod === null)
    throw fieldError("payment_method", "Give the payment method to charge, as the provider names it");
  await db.rows(
    sql`update payment_intents p set status = 'PROCESSING', provider = ${provider.name}, payment_method = ${paymentMethod},
          confirmed_at = now(), check_at = now() + make_interval(secs => ${env().paymentCheckAfterSeconds})
        where p.tenant_id = ${tenantId}::uuid and p.id = ${id}::uuid`,
  );
  await addJob(db, "payments.confirm", { payment_intent_id: id }, { key: id });
}

/**
 * Cancels a payment, or has the provider asked to call it off where it was told to collect already.
 * @throws AppError `conflict` for a payment that is settled
 */
export async function beginCancellation(db: WriteClient, { tenantId }: TenantActor, id: string): Promise<void> {
  const payment = await lockPayment(db, tenantId, id);
  if (!mayBecome(payment.status, "CANCELED"))
    throw new AppError("conflict", `A payment intent in status ${payment.status} cannot be canceled`);
  const isWithProvider = payment.provider !== null && payment.submitted_at !== null;
  if (isWithProvider && payment.cancellation === "requested") return;
  const change = isWithProvider ? sql`cancellation = 'requested'` : sql`status = 'CANCELED', check_at = null`;
  await db.rows(
    sql`update payment_intents p set ${change} where p.tenant_id = ${tenantId}::uuid and p.id = ${id}::uuid`,
  );
  // What the provider merely knows of is called off there too.
  if (isWithProvider || payment.provider_reference) await addCancelJob(db, id);
}

export async function addCancelJob(db: WriteClient, id: string): Promise<void> {
  await addJob(db, "payments.cancel", { payment_intent_id: id }, { key: id });
}

/** What came of a provider's word: it changed the payment, told nothing new, or says what cannot be. */
export type Outcome = "applied" | "ignored" | "contradicted";

const STATUS_OF: Readonly<Record<ProviderPayment["state"], PaymentIntentStatus | null>> = {
  created: null,
  processing: null,
  succeeded: "PROCESSED",
  failed: "FAILED",
  canceled: "CANCELED",
};

const COLLECTED: readonly PaymentIntentStatus[] = ["PROCESSED", "PARTIALLY_REFUNDED", "REFUNDED"];

/**
 * Brings a locked payment to where its provider says that it is, if that leads forward: whatever the order in which
 * answers and webhooks come, and however often, the end is the same.
 * @param occurredAt by the provider's clock, ISO 8601
 */
export async function applyOutcome(
  db: WriteClient,
  tenantId: string,
  payment: MovingPayment,
  said: ProviderPayment,
  occurredAt: string,
): Promise<Outcome> {
  const { id, status, cancellation, provider_reference: known } = payment;
  if (known !== null && known !== said.reference) return "contradicted";
  const to = STATUS_OF[said.state];
  const isKnown = to === null || to === status || (to === "PROCESSED" && COLLECTED.includes(status));
  if (!isKnown && !mayBecome(status, to)) return "contradicted";
  if (isKnown) {
    if (known === null) await setReference(db, tenantId, id, said.reference);
    return "ignored";
  }
  const isRefused = cancellation !== null && to === "PROCESSED";
  await db.rows(
    sql`update payment_intents p set status = ${to}, provider_reference = ${said.reference}, check_at = null,
          failure_reason = ${said.failureReason?.slice(0, 500) ?? null}, cancellation = ${isRefused ? "refused" : null},
          processed_at = ${to === "PROCESSED" ? occurredAt : null}::timestamptz
        where p.tenant_id = ${tenantId}::uuid and p.id = ${id}::uuid`,
  );
  return "applied";
}

/** Notes the provider's own id of a payment, once; one that is to be collected is with the provider from now on. */
export async function setReference(db: WriteClient, tenantId: string, id: string, reference: string): Promise<void> {
  await db.rows(
    sql`update payment_intents p set provider_reference = ${reference},
          submitted_at = case when p.status = 'PROCESSING' then now() end
        where p.tenant_id = ${tenantId}::uuid and p.id = ${id}::uuid and p.provider_reference is null`,
  );
}
