import { bookkeepingPool } from "./pools";

/**
 * Makes the audit log's next months, and puts kept totals together. It changes no fact, so any number of processes may
 * do it at any time.
 * @throws Error when the database stays out of reach
 */
export async function upkeep(): Promise<void> {
  await bookkeepingPool().query("select app.upkeep()");
}

/** Revokes the access keys that nobody has used for as long as their tenants' settings say. */
export async function retireUnusedKeys(): Promise<void> {
  await bookkeepingPool().query("select app.retire_unused_keys()");
}

/** Removes audit rows that are older than their tenants' settings keep them, in batches, so that no lock lasts. */
export async function expireAuditLogs(): Promise<void> {
  for (;;) {
    const { rows } = await bookkeepingPool().query<{ gone: number }>("select app.expire_audit_logs() as gone");
    if (!rows[0]?.gone) return;
  }
}
