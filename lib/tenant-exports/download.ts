import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import type { FileStore, StoredBytes } from "../stored-bytes";
import { platformRead, sql } from "../tenant-db";
import { noteDownload } from "./commands";
import { readTenantExport } from "./queries";

/**
 * The archive itself. It counts as downloaded once its last byte was sent; that leaves a row in the tenant's log.
 * @throws AppError `not_found`, `conflict` for one that is not ready, `switched_off`
 */
export async function openTenantExport(
  admin: PlatformAdminActor,
  input: { id: string },
  files: () => Promise<FileStore>,
): Promise<StoredBytes> {
  const found = await platformRead(admin, async (db) => {
    const record = await readTenantExport(db, input.id);
    const [place] = await db.rows<{ key: string | null; off: string | null }>(
      sql`select x.storage_key as key, (select s.reason from tenant_switches s where s.tenant_id = x.tenant_id and s.name = 'exports') as off
          from tenant_exports x where x.id = ${input.id}::uuid`,
      "tenant_exports_place",
    );
    return { ...record, key: place?.key ?? null, off: place?.off ?? null };
  });
  const { key, size_bytes, sha256, tenant } = found;
  if (found.off !== null) throw new AppError("switched_off", `Exports are switched off for this tenant: ${found.off}`);
  if (key === null || size_bytes === null || sha256 === null)
    throw new AppError(
      "conflict",
      found.status === "expired" ? "This archive has expired" : "This archive is not ready",
    );
  return {
    fileName: `${tenant.slug}-${found.created_at.slice(0, 10)}.jsonl.gz`,
    contentType: "application/gzip",
    sizeBytes: size_bytes,
    sha256,
    open: async (range) => {
      const stream = await (await files()).get(key, range);
      const isWhole = range === null || (range.start === 0 && range.end === size_bytes - 1);
      return isWhole ? stream.pipeThrough(whenDone(() => noteDownload(admin, found))) : stream;
    },
  };
}

/** Passes bytes on, and runs something behind the last one. */
function whenDone(run: () => Promise<void>): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({ flush: run });
}
