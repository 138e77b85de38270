import type { TenantActor } from "../actor";
import { AppError, fieldError } from "../errors";
import { keepMasked, seesPersonalData } from "../personal-data";
import { SETTINGS_SQL, sql, tenantWrite, type WriteClient } from "../tenant-db";
import { readSettings, requireCurrency } from "../tenant-settings";
import { beginCancellation, beginConfirmation } from "./moves";
import { readPaymentIntent } from "./queries";
import type {
  ConfirmPaymentIntentInput,
  CreatePaymentIntentInput,
  PaymentIntent,
  UpdatePaymentIntentInput,
} from "./schema";

/**
 * Makes a payment intent in status INITIALIZED, or confirms it in the same transaction.
 * @throws AppError `validation_error` for an unknown or deleted account, and for a currency that the tenant does not take
 */
export async function createPaymentIntent(actor: TenantActor, input: CreatePaymentIntentInput): Promise<PaymentIntent> {
  return tenantWrite(actor, "payment_intents:write", "payment_intents.create", async (db) => {
    await checkPlace(db, actor, input);
    const { id } = await db.paymentIntent.create({
      data: {
        tenantId: actor.tenantId,
        accountId: input.account_id,
        billingAmount: input.billing_amount,
        billingCurrency: input.billing_currency,
        processingAmount: input.processing_amount,
        processingCurrency: input.processing_currency,
        customerEmail: input.customer_email,
        customerPhone: input.customer_phone,
        reference: input.reference,
        metadata: input.metadata as Record<string, never>,
      },
      select: { id: true },
    });
    if (input.confirm) await beginConfirmation(db, actor, id, input.payment_method);
    return readPaymentIntent(db, actor, id);
  });
}

/** The account must be there, within the actor's reach, and the tenant must take the currencies: one statement for both. */
async function checkPlace(db: WriteClient, actor: TenantActor, input: CreatePaymentIntentInput): Promise<void> {
  const [found] = await db.rows<{ settings: unknown }>(
    sql`select ${SETTINGS_SQL} as settings from accounts a
        where a.tenant_id = ${actor.tenantId}::uuid and a.id = ${input.account_id}::uuid and a.deleted_at is null
          and (${actor.accountIds}::uuid[] is null or a.id = any (${actor.accountIds}::uuid[]))`,
    "payment_intents_place",
  );
  if (!found) throw fieldError("account_id", "The account does not exist");
  const settings = readSettings(found.settings);
  requireCurrency(settings, "billing_currency", input.billing_currency);
  requireCurrency(settings, "processing_currency", input.processing_currency);
}

/** Changes what is known of the customer, the reference and the metadata; fields that are absent stay. */
export async function updatePaymentIntent(actor: TenantActor, input: UpdatePaymentIntentInput): Promise<PaymentIntent> {
  return tenantWrite(actor, "payment_intents:write", "payment_intents.update", async (db) => {
    const stored = await storedTexts(db, actor, input.id);
    const { count } = await db.paymentIntent.updateMany({
      where: { id: input.id },
      data: {
        customerEmail: input.customer_email,
        customerPhone: input.customer_phone,
        reference: keepMasked(actor, stored?.reference, input.reference),
        metadata: keepMasked(actor, stored?.metadata, input.metadata) as Record<string, never> | undefined,
      },
    });
    if (count === 0) throw new AppError("not_found", "Payment intent not found");
    return readPaymentIntent(db, actor, input.id);
  });
}

/** What somebody without the permission for personal data sees masked, and may send back so; null where nothing is masked. */
async function storedTexts(db: WriteClient, actor: TenantActor, id: string) {
  if (seesPersonalData(actor)) return null;
  return db.paymentIntent.findFirst({ where: { id }, select: { reference: true, metadata: true } });
}

/**
 * Has the provider collect a payment: it is PROCESSING until the provider's word comes.
 * @throws AppError `conflict` in a later status; `validation_error` without the payment method that the provider needs
 */
export async function confirmPaymentIntent(
  actor: TenantActor,
  input: ConfirmPaymentIntentInput,
): Promise<PaymentIntent> {
  return tenantWrite(actor, "payment_intents:write", "payment_intents.confirm", async (db) => {
    await beginConfirmation(db, actor, input.id, input.payment_method);
    return readPaymentIntent(db, actor, input.id);
  });
}

/**
 * Cancels a payment that has not been settled. One that its provider was told to collect is called off there: until the
 * answer comes its `cancellation` is `requested`.
 * @throws AppError `conflict` in a later status
 */
export async function cancelPaymentIntent(actor: TenantActor, input: { id: string }): Promise<PaymentIntent> {
  return tenantWrite(actor, "payment_intents:write", "payment_intents.cancel", async (db) => {
    await beginCancellation(db, actor, input.id);
    return readPaymentIntent(db, actor, input.id);
  });
}
