import { logger } from "../logger";
import type { FileStore } from "../stored-bytes";
import { systemActor } from "../system-actor";
import { beginTenantErasure, eraseTenant, tenantRead } from "../tenant-db";

const FILES_AT_ONCE = 200;

/**
 * Job `tenants.erase`: deletes the tenants whose time has come, files first, since the rows name them. What is broken off
 * is gone on with by the next run.
 * @throws Error while the database or the store is out of reach
 */
export async function eraseDueTenants(files: Pick<FileStore, "delete">): Promise<void> {
  for (;;) {
    const due = await beginTenantErasure();
    if (!due) return;
    await deleteFiles(due.tenantId, files);
    await eraseTenant(due.deletionId);
    logger.info({ tenantId: due.tenantId, deletionId: due.deletionId }, "A tenant was deleted");
  }
}

async function deleteFiles(tenantId: string, files: Pick<FileStore, "delete">): Promise<void> {
  const actor = systemActor(tenantId, "tenants.erase");
  let after: string | null = null;
  for (;;) {
    const found: { id: string; storageKey: string }[] = await tenantRead(actor, null, (db) =>
      db.document.findMany({
        where: after ? { id: { gt: after } } : {},
        orderBy: { id: "asc" },
        take: FILES_AT_ONCE,
        select: { id: true, storageKey: true },
      }),
    );
    for (const { storageKey } of found) await files.delete(storageKey);
    after = found.at(-1)?.id ?? null;
    if (found.length < FILES_AT_ONCE) return;
  }
}
