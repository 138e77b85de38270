import { bookkeepingPool } from "./pools";

/** The deletion whose time has come, begun, or one that was broken off; null: there is none. */
export async function beginTenantErasure(): Promise<{ deletionId: string; tenantId: string } | null> {
  const { rows } = await bookkeepingPool().query<{ deletionId: string; tenantId: string }>(
    `select deletion_id as "deletionId", tenant_id as "tenantId" from app.begin_tenant_erasure()`,
  );
  return rows[0] ?? null;
}

/** Deletes all rows of a tenant whose deletion is under way, batch by batch, and in the end the tenant. */
export async function eraseTenant(deletionId: string, batch = 5000): Promise<void> {
  for (;;) {
    const { rows } = await bookkeepingPool().query<{ table: string | null }>(
      `select app.erase_tenant($1, $2) as "table"`,
      [deletionId, batch],
    );
    if (!rows[0]?.table) return;
  }
}

/** Removes old audit rows of tenants that are gone, in batches, so that no lock lasts. */
export async function expireErasedLogs(): Promise<void> {
  for (;;) {
    const { rows } = await bookkeepingPool().query<{ gone: number }>("select app.expire_erased_logs() as gone");
    if (!rows[0]?.gone) return;
  }
}

/** Of these keys of stored archives, those that no export names. */
export async function unnamedArchives(keys: readonly string[]): Promise<string[]> {
  const { rows } = await bookkeepingPool().query<{ key: string }>("select k as key from app.unnamed_archives($1) k", [
    keys,
  ]);
  return rows.map(({ key }) => key);
}

/** Archives that are older than so many days and not needed any more, up to a hundred. */
export async function expiredTenantExports(
  days: number,
): Promise<{ tenantId: string; id: string; storageKey: string }[]> {
  const { rows } = await bookkeepingPool().query<{ tenantId: string; id: string; storageKey: string }>(
    `select tenant_id as "tenantId", id, storage_key as "storageKey" from app.expired_tenant_exports($1)`,
    [days],
  );
  return rows;
}
