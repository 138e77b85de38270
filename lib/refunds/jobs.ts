import { type ChargedSides, chargedShareOf, chargeOf } from "../charge";
import type { JobInput } from "../job-names";
import { type PaymentProvider, ProviderError, type ProviderName, type ProviderRefund } from "../providers/provider";
import { systemActor } from "../system-actor";
import { addJob, sql, tenantRead, tenantWrite, type WriteClient } from "../tenant-db";
import { type PendingReason, type RefundReason, type RefundStatus, refundMayBecome } from "./lifecycle";

/** Finds the provider that a payment was made with. */
export type FindProvider = (name: ProviderName) => PaymentProvider;

/** What a provider says of a refund; no reference where it refused to take it on. */
export type RefundOutcome = Omit<ProviderRefund, "reference"> & { reference: string | null };

/** A refund and what the provider must know of it; its row and its payment's are locked. */
interface SubmittedRefund {
  refund_id: string;
  payment_intent_id: string;
  status: RefundStatus;
  reason: RefundReason | null;
  provider: ProviderName;
  /** The provider's id of the payment. */
  payment_reference: string;
  /** What the provider gives back, in minor units of `charged_currency`. */
  provider_amount: number;
  charged_currency: string;
}

const FIRST_CHECK_MS = 15 * 60_000;
const LONGEST_CHECK_MS = 24 * 60 * 60_000;

const STATUS_OF: Readonly<Record<ProviderRefund["state"], RefundStatus>> = {
  pending: "PENDING",
  succeeded: "SUCCEEDED",
  failed: "FAILED",
  canceled: "CANCELED",
};

/**
 * Job `refunds.submit`: notes that the provider is asked, asks it outside of any transaction with a key that stays the
 * same, and records the answer. Killed at any point it may run again, and the money goes back once.
 * @throws ProviderError while the provider is out of reach: the queue tries again
 */
export async function submitRefund(input: JobInput<"refunds.submit">, findProvider: FindProvider): Promise<void> {
  await submit(input, findProvider);
}

async function submit(input: JobInput<"refunds.submit">, findProvider: FindProvider): Promise<RefundOutcome | null> {
  const tenantId = tenantOf(input);
  const refund = await tenantWrite(systemActor(tenantId, "refunds.submit"), "refunds:create", "refunds.submit", (db) =>
    noteSubmission(db, tenantId, input.refund_id),
  );
  if (refund?.status !== "PENDING") return null;
  const outcome = await askProvider(findProvider(refund.provider), tenantId, refund);
  await settleRefund(tenantId, refund.refund_id, outcome);
  return outcome;
}

/**
 * Job `refunds.check`: a refund whose webhook never came is asked about, and one whose job was lost is handed over
 * again; as long as it is pending it is looked at again, ever more rarely, at least once a day.
 */
export async function checkRefund(input: JobInput<"refunds.check">, findProvider: FindProvider): Promise<void> {
  const tenantId = tenantOf(input);
  const actor = systemActor(tenantId, "refunds.check");
  const [refund] = await tenantRead(actor, "refunds:read", (db) =>
    db.rows<{ provider: ProviderName; provider_reference: string | null }>(
      sql`select p.provider, r.provider_reference from refunds r
          join payment_intents p on p.tenant_id = r.tenant_id and p.id = r.payment_intent_id
          where r.tenant_id = ${tenantId}::uuid and r.id = ${input.refund_id}::uuid and r.status = 'PENDING'`,
    ),
  );
  if (!refund) return;
  const { provider, provider_reference } = refund;
  const outcome = provider_reference
    ? await findProvider(provider).retrieveRefund(provider_reference)
    : await submit(input, findProvider);
  if (provider_reference && outcome) await settleRefund(tenantId, input.refund_id, outcome);
  if (outcome?.state !== "pending") return;
  await tenantWrite(actor, "refunds:create", "refunds.check", (db) => addCheck(db, input.refund_id, input.checks + 1));
}

/**
 * Records what the provider says of a refund, from an answer or a webhook, in whatever order they come: only what leads
 * forward counts.
 * @returns true if the refund changed
 */
export async function settleRefund(tenantId: string, refundId: string, outcome: RefundOutcome): Promise<boolean> {
  const to = STATUS_OF[outcome.state];
  return tenantWrite(
    systemActor(tenantId, "refunds.settle"),
    "refunds:create",
    "refunds.settle",
    async (db) => {
      const [refund] = await db.rows<{ status: RefundStatus; provider_reference: string | null }>(
        sql`select r.status, r.provider_reference from refunds r
            where r.tenant_id = ${tenantId}::uuid and r.id = ${refundId}::uuid for update`,
      );
      if (!refund) return false;
      const isForward = refundMayBecome(refund.status, to);
      if (!isForward && refund.provider_reference !== null) return false;
      await db.refund.updateMany({
        where: { id: refundId },
        data: {
          providerReference: refund.provider_reference ?? outcome.reference,
          ...(isForward && { status: to, pendingReason: null, failureReason: outcome.failureReason }),
        },
      });
      return true;
    },
    { idempotent: true },
  );
}

async function noteSubmission(db: WriteClient, tenantId: string, refundId: string): Promise<SubmittedRefund | null> {
  const [refund] = await db.rows<
    SubmittedRefund & ChargedSides & { refund_amount: number; submitted: boolean; pending_reason: PendingReason | null }
  >(
    // The payment is locked first, as everywhere: what the refunds before this one took must stand still.
    sql`select r.id as refund_id, r.payment_intent_id, r.status, r.pending_reason, r.reason, r.provider_amount, r.amount as refund_amount,
          r.submitted_at is not null as submitted, p.provider, p.provider_reference as payment_reference,
          p.amount, p.currency, p.processing_amount, p.processing_currency
        from payment_intents p join refunds r on r.tenant_id = p.tenant_id and r.payment_intent_id = p.id
        where r.tenant_id = ${tenantId}::uuid and r.id = ${refundId}::uuid for update of p, r`,
  );
  if (refund?.status !== "PENDING") return refund ?? null;
  if (refund.pending_reason === "awaiting_approval") return null;
  const charged_currency = chargeOf(refund).currency;
  if (refund.submitted) return { ...refund, charged_currency };
  const provider_amount = await shareOf(db, tenantId, refund, refund.refund_amount);
  await db.refund.updateMany({
    where: { id: refundId },
    data: { submittedAt: new Date(), pendingReason: "awaiting_provider", providerAmount: provider_amount },
  });
  await addCheck(db, refundId, 0);
  return { ...refund, provider_amount, charged_currency };
}

/** The refund's share of what the provider moved; the one that gives the last of it back gets all that is left. */
async function shareOf(
  db: WriteClient,
  tenantId: string,
  payment: SubmittedRefund & ChargedSides,
  amountMinor: number,
): Promise<number> {
  const [before] = await db.rows<{ amount: number; charged: number }>(
    sql`select coalesce(sum(r.amount), 0)::bigint as amount, coalesce(sum(r.provider_amount), 0)::bigint as charged from refunds r
        where r.tenant_id = ${tenantId}::uuid and r.payment_intent_id = ${payment.payment_intent_id}::uuid
          and r.status in ('PENDING', 'SUCCEEDED') and r.submitted_at is not null`,
  );
  const { amount = 0, charged = 0 } = before ?? {};
  if (amount + amountMinor === payment.amount) return chargeOf(payment).amountMinor - charged;
  return chargedShareOf(payment, amount, amountMinor).amountMinor;
}

async function askProvider(
  provider: PaymentProvider,
  tenantId: string,
  refund: SubmittedRefund,
): Promise<RefundOutcome> {
  try {
    return await provider.refundPayment({
      tenantId,
      paymentIntentId: refund.payment_intent_id,
      refundId: refund.refund_id,
      paymentReference: refund.payment_reference,
      amountMinor: refund.provider_amount,
      currency: refund.charged_currency,
      reason: refund.reason === "other" ? null : refund.reason,
      idempotencyKey: `refund:${refund.refund_id}`,
    });
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== "refused") throw error;
    return { reference: null, state: "failed", failureReason: error.message };
  }
}

async function addCheck(db: WriteClient, refund_id: string, checks: number): Promise<void> {
  const delayMs = Math.min(FIRST_CHECK_MS * 2 ** checks, LONGEST_CHECK_MS);
  await addJob(db, "refunds.check", { refund_id, checks }, { key: refund_id, runAt: new Date(Date.now() + delayMs) });
}

function tenantOf({ tenant_id }: { tenant_id: string | null }): string {
  if (tenant_id) return tenant_id;
  throw new Error("A refund's job belongs to a tenant");
}
