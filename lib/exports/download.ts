import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { seesPersonalData } from "../personal-data";
import type { FileStore, StoredBytes } from "../stored-bytes";
import { requireSwitch, sql, tenantRead, tenantWrite } from "../tenant-db";
import { readExport } from "./queries";
import type { ListExport } from "./schema";

interface Place {
  storage_key: string | null;
  permission: string;
  reach: string[] | null;
}

/**
 * The file of one's own export. Each time it is handed out leaves a row in the audit log. Whoever may see less by now than
 * the file holds does not get it any more.
 * @throws AppError `not_found`, `forbidden`, `switched_off`; `conflict` for one that is not there (any more)
 */
export async function openExport(
  actor: TenantActor,
  input: { id: string },
  files: () => Promise<FileStore>,
): Promise<StoredBytes> {
  const { record, place } = await tenantRead(actor, null, async (db) => {
    await requireSwitch(db, "exports");
    const [place] = await db.rows<Place>(
      sql`select x.storage_key, x.permission, x.reach from exports x
          where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${input.id}::uuid`,
      "exports_place",
    );
    return { record: await readExport(db, actor, input.id), place };
  });
  if (!record.is_own) throw new AppError("forbidden", "Only whoever asked for an export can download it");
  const { size_bytes: sizeBytes, sha256 } = record;
  const key = place?.storage_key;
  if (!place || !key || sizeBytes === null || sha256 === null || isOver(record))
    throw new AppError("conflict", isOver(record) ? "This file has expired: export again" : "This file is not there");
  requireRights(actor, record, place);
  return {
    fileName: fileNameOf(record),
    contentType: contentTypeOf(record),
    sizeBytes,
    sha256,
    open: async (range) => {
      const store = await files();
      if (range === null || range.start === 0) await noteDownload(actor, record.id);
      return store.get(key, range);
    },
  };
}

function isOver({ state, expires_at }: ListExport): boolean {
  return state === "EXPIRED" || (expires_at !== null && Date.parse(expires_at) <= Date.now());
}

function requireRights(actor: TenantActor, { is_masked }: ListExport, { permission, reach }: Place): void {
  const held: ReadonlySet<string> = actor.permissions;
  const reached = actor.accountIds;
  const isWithin = reached === null || (reach?.every((id) => reached.includes(id)) ?? false);
  if (!held.has(permission)) throw new AppError("forbidden", undefined, { data: { permission } });
  if (!isWithin || (!is_masked && !seesPersonalData(actor)))
    throw new AppError("forbidden", "You may see less by now than this file holds: export again");
}

async function noteDownload(actor: TenantActor, id: string): Promise<void> {
  await tenantWrite(actor, null, "exports.download", (db) =>
    db.export.updateMany({
      where: { id, state: "COMPLETED" },
      data: { downloadCount: { increment: 1 }, downloadedAt: new Date() },
    }),
  );
}

function fileNameOf({ list, format, is_compressed, created_at }: ListExport): string {
  return `${list}-${created_at.slice(0, 10)}.${format}${is_compressed ? ".gz" : ""}`;
}

/** What a finished file is sent and stored as. */
export function contentTypeOf({ format, is_compressed }: Pick<ListExport, "format" | "is_compressed">): string {
  if (is_compressed) return "application/gzip";
  return format === "csv" ? "text/csv" : "application/x-ndjson";
}
