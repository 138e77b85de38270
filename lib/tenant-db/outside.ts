import { expectedFailure, faultOf, isOutage } from "./faults";
import { tenantDoor } from "./pools";
import { withRetry } from "./retry";

// What belongs to no tenant or comes before one is known: webhooks that arrive, the sweeper, and the sandbox provider,
// which stands for a system outside. Each calls one narrow SECURITY DEFINER function, and each may be called again.

/** @throws AppError `unavailable` when the database stays out of reach */
async function call<T>(text: string, values: readonly unknown[]): Promise<T> {
  try {
    const { rows } = await withRetry(
      () => tenantDoor().pool.withoutContext(`select ${text} as result`, values),
      (error) => {
        const fault = faultOf(error, null);
        return fault !== null && isOutage(fault);
      },
    );
    return (rows as { result: T }[])[0]?.result as T;
  } catch (error) {
    throw expectedFailure(error, faultOf(error, null), {}) ?? error;
  }
}

export interface ReceivedWebhook {
  provider: string;
  eventId: string;
  type: string;
  /** ISO 8601. */
  occurredAt: string;
  /** As the provider wrote it. */
  payload: unknown;
  /** By the ids of ours that came back with it; null: nothing of ours. */
  tenantId: string | null;
}

/** Keeps a verified webhook with the job that works it off, once; false if it was here already. */
export async function receiveWebhook(webhook: ReceivedWebhook): Promise<boolean> {
  const { provider, eventId, type, occurredAt, payload, tenantId } = webhook;
  return call("app.receive_webhook($1, $2, $3, $4, $5, $6)", [
    provider,
    eventId,
    type,
    occurredAt,
    JSON.stringify(payload),
    tenantId,
  ]);
}

/** Deletes webhooks that were worked off; answers how many. */
export async function purgeWebhooks(olderThanDays: number): Promise<number> {
  return Number(await call("app.purge_webhooks(make_interval(days => $1))", [olderThanDays]));
}

/** Adds a job for each payment, in whatever tenant, whose news is overdue; answers how many. */
export async function sweepPayments(atMost: number): Promise<number> {
  return call("app.sweep_payments($1)", [atMost]);
}

/** The sandbox provider's side of the network: JSON in, JSON out, null for what it does not know. */
export const sandbox = {
  createPayment: (key: string, request: object): Promise<unknown> =>
    call("app.sandbox_create_payment($1, $2)", [key, JSON.stringify(request)]),
  confirmPayment: (reference: string, plan: object): Promise<unknown> =>
    call("app.sandbox_confirm_payment($1, $2)", [reference, JSON.stringify(plan)]),
  cancelPayment: (reference: string): Promise<unknown> => call("app.sandbox_cancel_payment($1)", [reference]),
  findPayment: (reference: string): Promise<unknown> => call("app.sandbox_payment($1)", [reference]),
  refundPayment: (key: string, payment: string, request: object, plan: object): Promise<unknown> =>
    call("app.sandbox_refund_payment($1, $2, $3, $4)", [key, payment, JSON.stringify(request), JSON.stringify(plan)]),
  findRefund: (reference: string): Promise<unknown> => call("app.sandbox_refund($1)", [reference]),
  /** Brings a payment or refund to its planned outcome, once. */
  settle: (reference: string): Promise<unknown> => call("app.sandbox_settle($1)", [reference]),
  findEvent: (id: string): Promise<unknown> => call("app.sandbox_event($1)", [id]),
};
