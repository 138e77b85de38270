import type { SendResult } from "../outbound/send";
import { sql, tenantWrite, type WriteClient } from "../tenant-db";
import { webhookActor } from "./background";
import { addDeliveryJobs, holdDeliveries } from "./delivery-commands";
import { type DeliveryTools, type DueDelivery, isPing } from "./due";
import { tellOfSwitchedOff } from "./off-notice";
import { delayAfter, FAILING_TOO_LONG_MS, MAX_TRIES, readRetryAfter } from "./retries";

interface LockedDelivery {
  account_id: string | null;
  status: string;
  tries: number;
  attempt_count: number;
  failing_since: string | null;
  failures_in_a_row: number;
  endpoint_status: string;
}

/** What a request came to, and what follows from it. */
interface Outcome {
  isReceived: boolean;
  isGone: boolean;
  error: string | null;
  nextAttemptAt: Date | null;
}

/**
 * Records a request: the attempt, how the delivery stands, the endpoint's health, and the job of the next try. An
 * endpoint at which nothing arrives any more is switched off with a notice.
 */
export async function recordAttempt(
  tenantId: string,
  due: DueDelivery,
  requestHeaders: Record<string, string>,
  result: SendResult,
  tools: DeliveryTools,
): Promise<void> {
  const now = new Date(tools.now());
  const random = tools.random();
  await tenantWrite(webhookActor(tenantId), null, "webhooks.deliver", async (db) => {
    const locked = await lockDelivery(db, tenantId, due);
    // Deleted with its endpoint while the request was on its way.
    if (!locked) return;
    const outcome = judge(due, result, now, random);
    await storeAttempt(db, tenantId, due, locked, requestHeaders, result, outcome);
    // Somebody asked for it to be sent again meanwhile: the new series goes on by itself.
    const isCurrent = locked.status === "pending" && locked.tries === due.tries;
    await updateDelivery(db, due, locked, result, outcome, now, isCurrent);
    const isOff = await updateHealth(db, tenantId, due, locked, outcome, now);
    if (isCurrent && outcome.nextAttemptAt && !isOff && locked.endpoint_status === "enabled") {
      const { id: delivery_id, endpoint_id } = due;
      await addDeliveryJobs(db, [{ delivery_id, endpoint_id, tries: due.tries + 1, runAt: outcome.nextAttemptAt }]);
    }
  });
}

/** A delivery whose turn came after its endpoint was switched off. */
export async function recordHeld(tenantId: string, { id }: DueDelivery): Promise<void> {
  await tenantWrite(webhookActor(tenantId), null, "webhooks.deliver", async (db) => {
    await db.webhookDelivery.updateMany({
      where: { id, status: "pending" },
      data: { status: "held", nextAttemptAt: null },
    });
  });
}

/** How long the webhooks of a tenant that is not active wait before they are looked at again. */
const SUSPENDED_WAIT_MS = 12 * 3_600_000;

/**
 * A delivery of a tenant that is suspended waits: the database sends it once the tenant is active again, which gives it
 * another time, so that this does not undo it.
 */
export async function postpone(tenantId: string, { id, endpoint_id, tries, planned_at }: DueDelivery): Promise<void> {
  const later = new Date(Date.now() + SUSPENDED_WAIT_MS);
  await tenantWrite(webhookActor(tenantId), null, "webhooks.deliver", async (db) => {
    const put = await db.rows(
      sql`update webhook_deliveries d set next_attempt_at = ${later}
          where d.tenant_id = ${tenantId}::uuid and d.id = ${id}::uuid and d.status = 'pending' and d.tries = ${tries}
            and d.next_attempt_at = ${planned_at}::timestamptz returning d.id`,
      "webhook_delivery_postpone",
    );
    if (put.length > 0) await addDeliveryJobs(db, [{ delivery_id: id, endpoint_id, tries, runAt: later }]);
  });
}

async function lockDelivery(db: WriteClient, tenantId: string, due: DueDelivery): Promise<LockedDelivery | null> {
  // The endpoint first, in a statement of its own: whoever waited for it must see the delivery as it is afterwards.
  const [endpoint] = await db.rows<Omit<LockedDelivery, "status" | "tries" | "attempt_count">>(
    sql`select e.account_id, e.status as endpoint_status, e.failing_since, e.failures_in_a_row from webhook_endpoints e
        where e.tenant_id = ${tenantId}::uuid and e.id = ${due.endpoint_id}::uuid for update`,
    "webhook_endpoint_lock",
  );
  const [delivery] = await db.rows<Pick<LockedDelivery, "status" | "tries" | "attempt_count">>(
    sql`select d.status, d.tries, d.attempt_count from webhook_deliveries d
        where d.tenant_id = ${tenantId}::uuid and d.id = ${due.id}::uuid`,
    "webhook_delivery_now",
  );
  return endpoint && delivery ? { ...endpoint, ...delivery } : null;
}

function judge(due: DueDelivery, { answer, error }: SendResult, now: Date, random: number): Outcome {
  const status = answer?.status ?? 0;
  const isReceived = status >= 200 && status < 300;
  const isGone = status === 410;
  if (isReceived) return { isReceived, isGone, error: null, nextAttemptAt: null };
  const asked = [429, 503].includes(status) ? readRetryAfter(answer?.headers["retry-after"], now.getTime()) : null;
  const delay = isGone || isPing(due) ? null : delayAfter(due.tries + 1, random, asked);
  return {
    isReceived,
    isGone,
    error: error ?? sentenceOf(status),
    nextAttemptAt: delay === null ? null : new Date(now.getTime() + delay),
  };
}

function sentenceOf(status: number): string {
  if (status === 410) return "Answered 410: the receiver wants no more";
  return status >= 300 && status < 400 ? `Answered ${status}: redirects are not followed` : `Answered ${status}`;
}

async function storeAttempt(
  db: WriteClient,
  tenantId: string,
  due: DueDelivery,
  locked: LockedDelivery,
  requestHeaders: Record<string, string>,
  { answer, durationMs }: SendResult,
  outcome: Outcome,
): Promise<void> {
  await db.webhookAttempt.create({
    data: {
      tenantId,
      accountId: locked.account_id,
      deliveryId: due.id,
      number: locked.attempt_count + 1,
      url: due.url,
      requestHeaders,
      statusCode: answer?.status ?? null,
      ...(answer && { responseHeaders: answer.headers }),
      responseBody: answer?.body ?? null,
      responseIsCut: answer?.isCut ?? false,
      durationMs,
      error: outcome.error,
    },
    select: { id: true },
  });
}

async function updateDelivery(
  db: WriteClient,
  due: DueDelivery,
  locked: LockedDelivery,
  { answer }: SendResult,
  outcome: Outcome,
  now: Date,
  isCurrent: boolean,
): Promise<void> {
  const isOver = outcome.isReceived || outcome.nextAttemptAt === null;
  // What is to be tried again waits, unless the endpoint was switched off while this request was on its way.
  const waiting = locked.endpoint_status === "enabled" || isPing(due) ? "pending" : "held";
  const status = isOver ? (outcome.isReceived ? "succeeded" : "failed") : waiting;
  await db.webhookDelivery.updateMany({
    where: { id: due.id },
    data: {
      attemptCount: locked.attempt_count + 1,
      lastAttemptAt: now,
      lastStatusCode: answer?.status ?? null,
      lastError: outcome.error,
      // Held in the meantime, and received all the same: received counts.
      ...((isCurrent || (locked.status === "held" && outcome.isReceived)) && {
        status,
        tries: due.tries + 1,
        nextAttemptAt: status === "pending" ? outcome.nextAttemptAt : null,
      }),
    },
  });
}

/** @returns true if the endpoint is switched off now */
async function updateHealth(
  db: WriteClient,
  tenantId: string,
  due: DueDelivery,
  locked: LockedDelivery,
  outcome: Outcome,
  now: Date,
): Promise<boolean> {
  const where = { id: due.endpoint_id };
  if (outcome.isReceived) {
    // A busy endpoint's row is not written at each success.
    const minuteAgo = new Date(now.getTime() - 60_000);
    await db.webhookEndpoint.updateMany({
      where: {
        ...where,
        OR: [{ failingSince: { not: null } }, { lastSuccessAt: null }, { lastSuccessAt: { lt: minuteAgo } }],
      },
      data: { failingSince: null, failuresInARow: 0, lastSuccessAt: now },
    });
    return false;
  }
  if (isPing(due)) return false;
  const failingSince = locked.failing_since ? new Date(locked.failing_since) : now;
  const failuresInARow = locked.failures_in_a_row + 1;
  const isTooLong = now.getTime() - failingSince.getTime() >= FAILING_TOO_LONG_MS && failuresInARow >= MAX_TRIES;
  const isOff = locked.endpoint_status === "enabled" && (outcome.isGone || isTooLong);
  await db.webhookEndpoint.updateMany({
    where,
    data: {
      failingSince,
      failuresInARow,
      ...(isOff && { status: "disabled", disabledReason: outcome.isGone ? "gone" : "failing", disabledAt: now }),
    },
  });
  if (!isOff) return false;
  await holdDeliveries(db, due.endpoint_id);
  await tellOfSwitchedOff(db, tenantId, {
    id: due.endpoint_id,
    url: due.url,
    accountId: locked.account_id,
    isGone: outcome.isGone,
    lastError: outcome.error ?? "",
  });
  return true;
}
