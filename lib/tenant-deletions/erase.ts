import { logger } from "../logger";
import type { FileStore } from "../stored-bytes";
import { systemActor } from "../system-actor";
import { beginTenantErasure, eraseTenant, importFileKeys, storageKeys } from "../tenant-db";

/**
 * Job `tenants.erase`: deletes the tenants whose time has come, files first, since the rows name them. What is broken off
 * is gone on with by the next run.
 * @throws Error while the database or the store is out of reach
 */
export async function eraseDueTenants(files: Pick<FileStore, "delete">): Promise<void> {
  for (;;) {
    const due = await beginTenantErasure();
    if (!due) return;
    const actor = systemActor(due.tenantId, "tenants.erase");
    for await (const key of storageKeys(actor)) await files.delete(key);
    for (const key of await importFileKeys(actor)) await files.delete(key);
    await eraseTenant(due.deletionId);
    logger.info({ tenantId: due.tenantId, deletionId: due.deletionId }, "A tenant was deleted");
  }
}
