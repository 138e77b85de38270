import type { TenantActor } from "../actor";
import { fieldError } from "../errors";
import type { ReadClient } from "../tenant-db";

/** What a document belongs to. A payment intent's account is named too; both null: the tenant as a whole. */
export interface Place {
  account_id: string | null;
  payment_intent_id: string | null;
}

/** A place as somebody asks for it; what is absent stays as it is. */
type WantedPlace = Partial<Record<keyof Place, string | null | undefined>>;

/**
 * Checks a place against what the actor can reach, and completes it: the account of a payment intent follows.
 * @throws AppError `validation_error` naming the field
 */
export async function placeOf(
  db: ReadClient,
  actor: TenantActor,
  wanted: WantedPlace,
  old: Place = { account_id: null, payment_intent_id: null },
): Promise<Place> {
  const payment_intent_id = wanted.payment_intent_id === undefined ? old.payment_intent_id : wanted.payment_intent_id;
  if (payment_intent_id !== null) {
    const payment = await db.paymentIntent.findFirst({
      where: { id: payment_intent_id },
      select: { accountId: true },
    });
    if (!payment) throw fieldError("payment_intent_id", "The payment intent does not exist");
    // An upload without an account leaves it open; a change to null asks for something that cannot be.
    const isOpen = wanted.account_id === undefined || (wanted.account_id === null && old.payment_intent_id === null);
    if (!isOpen && wanted.account_id !== payment.accountId)
      throw fieldError("account_id", "Must be the account of the payment intent");
    return { account_id: payment.accountId, payment_intent_id };
  }
  const account_id = wanted.account_id === undefined ? old.account_id : wanted.account_id;
  if (account_id === null) {
    if (actor.accountIds)
      throw fieldError("account_id", "Choose an account or a payment: you are restricted to chosen accounts");
    return { account_id, payment_intent_id };
  }
  if (account_id !== old.account_id) {
    const account = await db.account.findFirst({ where: { id: account_id, deletedAt: null }, select: { id: true } });
    if (!account) throw fieldError("account_id", "The account does not exist");
  }
  return { account_id, payment_intent_id };
}

/** True if both name the same place. */
export function samePlace(one: Place, other: Place): boolean {
  return one.account_id === other.account_id && one.payment_intent_id === other.payment_intent_id;
}
