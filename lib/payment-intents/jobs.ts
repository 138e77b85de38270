import { chargeOf } from "../charge";
import { env } from "../env";
import type { JobInput } from "../job-names";
import { reportError } from "../logger";
import { type PaymentProvider, ProviderError, type ProviderName, type ProviderPayment } from "../providers/provider";
import { systemActor } from "../system-actor";
import { sql, tenantRead, tenantWrite, type WriteClient } from "../tenant-db";
import { addCancelJob, applyOutcome, lockPayment, MOVING_COLUMNS, type MovingPayment, setReference } from "./moves";

/** Finds the provider that a payment is with. */
export type FindProvider = (name: ProviderName) => PaymentProvider;

type Input = JobInput<"payments.confirm">;

/** A payment that is with a provider, and that provider. */
interface Submitted {
  tenantId: string;
  payment: MovingPayment;
  provider: PaymentProvider;
}

const LONGEST_CHECK_SECONDS = 86_400;

/**
 * Job `payments.confirm`: makes the payment known at the provider, notes its reference, has the money collected, notes
 * what came of it. Each call is outside of any transaction and has a key that stays the same, so the job may be killed at
 * any point and run again: the money is collected once.
 * @throws ProviderError while the provider is out of reach: the queue tries again
 */
export async function confirmAtProvider(input: Input, findProvider: FindProvider): Promise<void> {
  const submitted = await findSubmitted(input, findProvider);
  if (submitted?.payment.status !== "PROCESSING") return;
  const { tenantId, payment, provider } = submitted;
  const reference = payment.provider_reference ?? (await openPayment(submitted));
  if (reference === null) return;
  const outcome = await outcomeOf(reference, () =>
    provider.confirmPayment({
      reference,
      paymentMethod: payment.payment_method,
      idempotencyKey: `payment:${payment.id}:confirm`,
    }),
  );
  await record(tenantId, payment.id, "payments.confirm", outcome);
}

/** Job `payments.cancel`: asks the provider to call a payment off. Too late is an answer too: then it goes on. */
export async function cancelAtProvider(input: Input, findProvider: FindProvider): Promise<void> {
  const submitted = await findSubmitted(input, findProvider);
  const reference = submitted?.payment.provider_reference;
  if (!submitted || !reference) return;
  const { tenantId, payment, provider } = submitted;
  const outcome = await provider.cancelPayment(reference);
  await record(tenantId, payment.id, "payments.cancel", outcome, async (db, locked) => {
    if (locked.status !== "PROCESSING" || locked.cancellation !== "requested") return;
    // The provider cannot stop it although it is not settled.
    await db.rows(
      sql`update payment_intents p set cancellation = 'refused'
          where p.tenant_id = ${tenantId}::uuid and p.id = ${payment.id}::uuid`,
    );
  });
}

/**
 * Job `payments.settle`, from the sweeper: a payment without news. What was never sent is sent, what was sent is asked
 * about; the next look comes ever later, at least once a day.
 */
export async function settlePayment(input: Input, findProvider: FindProvider): Promise<void> {
  const submitted = await findSubmitted(input, findProvider);
  if (!submitted) return;
  const { tenantId, payment, provider } = submitted;
  await planNextCheck(tenantId, payment.id);
  if (payment.status !== "PROCESSING") return;
  const { provider_reference: reference, submitted_at, cancellation } = payment;
  if (!reference || !submitted_at) return confirmAtProvider(input, findProvider);
  if (cancellation === "requested") return cancelAtProvider(input, findProvider);
  const outcome = await provider.retrievePayment(reference);
  // It was told to collect and has not heard of it: the call was lost.
  if (outcome.state === "created") return confirmAtProvider(input, findProvider);
  await record(tenantId, payment.id, "payments.settle", outcome);
}

async function findSubmitted(input: Input, findProvider: FindProvider): Promise<Submitted | null> {
  const tenantId = input.tenant_id;
  if (tenantId === null) throw new Error("A payment's job belongs to a tenant");
  const [payment] = await tenantRead(systemActor(tenantId, "payments"), "payment_intents:read", (db) =>
    db.rows<MovingPayment>(
      sql`select ${MOVING_COLUMNS} from payment_intents p
          where p.tenant_id = ${tenantId}::uuid and p.id = ${input.payment_intent_id}::uuid`,
      "payment_intents_moving",
    ),
  );
  if (!payment?.provider) return null;
  return { tenantId, payment, provider: findProvider(payment.provider) };
}

/**
 * Makes the payment known at the provider, which moves nothing yet, and notes that it is told to collect next: from then
 * on only the provider can call it off.
 * @returns the provider's reference; null if there is nothing to collect any more
 */
async function openPayment({ tenantId, payment, provider }: Submitted): Promise<string | null> {
  const { id } = payment;
  const { amountMinor, currency } = chargeOf(payment);
  try {
    const { reference } = await provider.createPayment({
      tenantId,
      paymentIntentId: id,
      amountMinor,
      currency,
      customerEmail: payment.customer_email,
      reference: payment.reference,
      idempotencyKey: `payment:${id}:create`,
    });
    return await write(tenantId, "payments.confirm", async (db) => {
      const { status } = await lockPayment(db, tenantId, id);
      await setReference(db, tenantId, id, reference);
      // Somebody canceled while the provider was being told: nothing of it stays there.
      if (status === "CANCELED") await addCancelJob(db, id);
      return status === "PROCESSING" ? reference : null;
    });
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== "refused") throw error;
    await failUnsent(tenantId, id, error.message);
    return null;
  }
}

async function failUnsent(tenantId: string, id: string, reason: string): Promise<void> {
  await write(tenantId, "payments.confirm", async (db) => {
    const { status } = await lockPayment(db, tenantId, id);
    if (status !== "PROCESSING") return;
    await db.rows(
      sql`update payment_intents p set status = 'FAILED', failure_reason = ${reason}, cancellation = null, check_at = null
          where p.tenant_id = ${tenantId}::uuid and p.id = ${id}::uuid`,
    );
  });
}

/** A refusal is an outcome: nothing will ever be collected. */
async function outcomeOf(reference: string, call: () => Promise<ProviderPayment>): Promise<ProviderPayment> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== "refused") throw error;
    return { reference, state: "failed", failureReason: error.message };
  }
}

/** Notes what a call came to; webhooks may have been faster. */
async function record(
  tenantId: string,
  id: string,
  operation: string,
  outcome: ProviderPayment,
  otherwise?: (db: WriteClient, locked: MovingPayment) => Promise<void>,
): Promise<void> {
  const result = await write(tenantId, operation, async (db) => {
    const locked = await lockPayment(db, tenantId, id);
    const applied = await applyOutcome(db, tenantId, locked, outcome, new Date().toISOString());
    if (applied === "ignored") await otherwise?.(db, locked);
    return applied;
  });
  if (result === "contradicted") reportContradiction(tenantId, id, outcome);
}

/** Somebody has to look: the provider's books and ours do not agree, and no rule may decide whose are right. */
export function reportContradiction(tenantId: string, id: string, said: ProviderPayment): void {
  reportError(new Error("A provider says of a payment what cannot be"), { tenantId, paymentIntentId: id, ...said });
}

async function planNextCheck(tenantId: string, id: string): Promise<void> {
  await write(tenantId, "payments.settle", (db) =>
    db.rows(
      sql`update payment_intents p set check_at = case when p.status = 'PROCESSING' then now() + least(
            greatest(now() - p.confirmed_at, make_interval(secs => ${env().paymentCheckAfterSeconds})),
            make_interval(secs => ${LONGEST_CHECK_SECONDS})) end
          where p.tenant_id = ${tenantId}::uuid and p.id = ${id}::uuid and p.check_at is not null`,
    ),
  );
}

/** Each of these steps may be taken twice with the effect of once: it looks, under the lock, whether it was taken. */
function write<T>(tenantId: string, operation: string, work: (db: WriteClient) => Promise<T>): Promise<T> {
  return tenantWrite(systemActor(tenantId, operation), "payment_intents:write", operation, work, { idempotent: true });
}
