import type { TenantActor } from "../actor";
import { AppError, fieldError } from "../errors";
import { formatAmount } from "../money";
import { addJob, sql, tenantWrite, type WriteClient } from "../tenant-db";
import { askForApproval, lockRefund, putNoticesAway } from "./approvals";
import { guardRailConstraints, requireGuardRails } from "./guard-rails";
import { type RefundablePayment, type RefundStatus, refundableAmount } from "./lifecycle";
import { readRefund } from "./queries";
import type { CreateRefundInput, Refund } from "./schema";

interface LockedPayment extends RefundablePayment {
  account_id: string;
  currency: string;
}

/**
 * Asks for money to go back. The refund is PENDING until the provider has answered; the job that asks the provider is
 * part of the same transaction. Above the tenant's threshold it waits for a second person first, and its amount is kept
 * for it.
 * @throws AppError `validation_error` for an unknown payment, for more than what is left or than the tenant's limits
 * allow; `conflict` for a payment of which nothing can be refunded; `refunds_stopped`
 */
export async function createRefund(actor: TenantActor, input: CreateRefundInput): Promise<Refund> {
  return tenantWrite(
    actor,
    "refunds:create",
    "refunds.create",
    async (db) => {
      const payment = await lockPayment(db, actor, input.payment_intent_id);
      const amount = amountOf(payment, input.amount);
      await requireGuardRails(db, payment.currency, amount);
      const { id } = await db.refund.create({
        data: {
          tenantId: actor.tenantId,
          accountId: payment.account_id,
          paymentIntentId: input.payment_intent_id,
          amount,
          currency: payment.currency,
          status: "PENDING",
          pendingReason: "queued",
          reason: input.reason,
          comment: input.comment,
        },
        select: { id: true },
      });
      const made = await readRefund(db, actor, id);
      if (made.approval) await askForApproval(db, actor, made, made.approval.expires_at);
      else await addJob(db, "refunds.submit", { refund_id: id }, { key: id });
      return made;
    },
    { constraints: guardRailConstraints },
  );
}

/**
 * Calls a refund off that has not been handed to the provider yet, also one that waits for a second person.
 * @throws AppError `conflict` once it has
 */
export async function cancelRefund(actor: TenantActor, input: { id: string }): Promise<Refund> {
  return tenantWrite(actor, "refunds:create", "refunds.cancel", async (db) => {
    // Of a cancellation and a decision at once, whoever is second finds what the first has made of it.
    await lockRefund(db, actor, input.id);
    const { status, approval } = await readRefund(db, actor, input.id);
    const isWaiting = approval?.status === "pending";
    const { count } = await db.refund.updateMany({
      where: { id: input.id, status: "PENDING", submittedAt: null },
      data: { status: "CANCELED", pendingReason: null, ...(isWaiting && { approvalStatus: "withdrawn" }) },
    });
    if (count === 0) throw tooLate(status);
    if (isWaiting) await putNoticesAway(db, actor, input.id);
    return readRefund(db, actor, input.id);
  });
}

/** The lock comes before the look: parallel refunds of one payment see what the others have left. */
async function lockPayment(db: WriteClient, actor: TenantActor, id: string): Promise<LockedPayment> {
  const [payment] = await db.rows<LockedPayment>(
    sql`select p.account_id, p.currency, p.status, p.amount, p.refunded_amount, p.refunding_amount, p.provider_reference
        from payment_intents p where p.tenant_id = ${actor.tenantId}::uuid and p.id = ${id}::uuid for update`,
    "refunds_lock_payment",
  );
  if (!payment) throw fieldError("payment_intent_id", "The payment intent does not exist");
  return payment;
}

function amountOf(payment: LockedPayment, wanted: number | null): number {
  const left = refundableAmount(payment);
  if (left === 0) throw new AppError("conflict", nothingLeft(payment));
  if (wanted === null || wanted <= left) return wanted ?? left;
  const msg = `At most ${formatAmount(left, payment.currency)} can still be refunded`;
  throw new AppError("validation_error", msg, {
    issues: [{ loc: ["body", "amount"], msg, type: "refund_exceeds_remaining" }],
    data: { refundable_amount: String(left), currency: payment.currency },
  });
}

function nothingLeft({ status, amount, refunding_amount, provider_reference }: LockedPayment): string {
  if (status === "REFUNDED") return "This payment is refunded in full already";
  if (refunding_amount > 0) return "All that is left of this payment is being refunded already";
  if (amount === 0) return "Nothing was paid, so nothing can be refunded";
  if (status === "PROCESSED" && provider_reference === null)
    return "This payment was collected elsewhere and imported: refund it where it was collected";
  return `A payment intent in status ${status} cannot be refunded`;
}

function tooLate(status: RefundStatus): AppError {
  return new AppError(
    "conflict",
    status === "PENDING"
      ? "The refund is with the provider already"
      : `A refund in status ${status} cannot be canceled`,
  );
}
