import type { JobInput } from "../job-names";
import { type FileStore, PLATFORM_OWNER } from "../stored-bytes";
import { systemActor } from "../system-actor";
import { expiredTenantExports, tenantWrite } from "../tenant-db";
import { writeArchive } from "./archive";

/**
 * Job `tenant_exports.make`: writes the archive and keeps it. A process that dies leaves it to the next try; an archive
 * that no row names is taken away by the sweep.
 * @throws Error while it is to be tried again
 */
export async function makeTenantExport(
  { about_tenant_id, export_id }: JobInput<"tenant_exports.make">,
  files: FileStore,
): Promise<void> {
  const actor = systemActor(about_tenant_id, "tenant_exports.make");
  const change = (from: string[], data: object) =>
    tenantWrite(actor, null, "tenant_exports.make", (db) =>
      db.tenantExport.updateMany({ where: { id: export_id, status: { in: from } }, data }),
    );
  const { count } = await change(["requested", "running", "failed"], { status: "running", error: null });
  if (count === 0) return;
  try {
    const { file, rowCounts, fileCount } = await writeArchive(actor, files);
    try {
      const storageKey = await files.put(PLATFORM_OWNER, file);
      await change(["running"], {
        status: "ready",
        storageKey,
        sizeBytes: file.sizeBytes,
        sha256: file.sha256,
        rowCounts,
        fileCount,
        finishedAt: new Date(),
      });
    } finally {
      await file.discard();
    }
  } catch (error) {
    // What it says of a file or a statement is for our log, not for a page.
    await change(["running"], { status: "failed", error: "It could not be written; it is tried again a few times" });
    throw error;
  }
}

/** Job `tenant_exports.expire`: takes archives away that are older than so many days and not needed any more. */
export async function expireTenantExports(days: number, files: FileStore): Promise<void> {
  for (const { tenantId, id, storageKey } of await expiredTenantExports(days)) {
    await files.delete(storageKey);
    await tenantWrite(systemActor(tenantId, "tenant_exports.expire"), null, "tenant_exports.expire", (db) =>
      db.tenantExport.updateMany({ where: { id, status: "ready" }, data: { status: "expired", storageKey: null } }),
    );
  }
}
