import { bookkeepingPool } from "./pools";

/**
 * Adds jobs for webhooks that are overdue, in all tenants, and deletes deliveries that are older than `days`.
 * @throws Error when the database stays out of reach
 */
export async function keepWebhooks(days: number): Promise<void> {
  for (;;) {
    const { rows } = await bookkeepingPool().query<{ gone: number }>("select app.keep_webhooks($1) as gone", [days]);
    if (!rows[0]?.gone) return;
  }
}
