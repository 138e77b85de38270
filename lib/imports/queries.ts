import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { IMPORT_FILE_DAYS } from "../import-files";
import type { ListQuery, Page } from "../list-query";
import { seesPersonalData } from "../personal-data";
import { type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import { type ImportDetail, type ImportRecord, importList, type KeptRecord } from "./record";
import { type ImportMapping, importMapping } from "./schema";

/**
 * Which of these lines have been imported from a source, and by which run: import ids by the key in hexadecimal.
 */
export async function findImportedLines(
  actor: TenantActor,
  source: string,
  lineKeys: readonly Uint8Array<ArrayBuffer>[],
): Promise<Map<string, string>> {
  const rows = await tenantRead(actor, "payment_intents:import", (db) =>
    db.importLine.findMany({
      where: { source, lineKey: { in: [...lineKeys] } },
      select: { lineKey: true, importId: true },
    }),
  );
  return new Map(rows.map(({ lineKey, importId }) => [Buffer.from(lineKey).toString("hex"), importId]));
}

/** A file's cells are for whoever has brought them, and for those who may see any. */
function seesAllLines(actor: TenantActor): boolean {
  return seesPersonalData(actor) && actor.accountIds === null;
}

/** Who asks, as imports know people and keys. */
function principalOf(actor: TenantActor): string | null {
  if (actor.kind === "member") return actor.visit ? null : actor.userId;
  return actor.kind === "apiKey" ? actor.apiKeyId : null;
}

const columnsFor = (actor: TenantActor) => sql`
  x.id, x.resource, x.status, x.file_name, x.size_bytes, x.source, x.total_count, x.line_count, x.imported_count, x.skipped_count,
  x.refused_count, x.undone_count, x.kept_count, x.problem,
  case when x.requested_by_name is not null then jsonb_build_object('id', x.requested_by, 'name', x.requested_by_name) end as requested_by,
  ${seesAllLines(actor)}::boolean or coalesce(coalesce(x.requested_by, x.requested_by_key) = ${principalOf(actor)}::uuid, false) as may_see_lines,
  x.refusals_key is not null and x.updated_at > now() - make_interval(days => ${IMPORT_FILE_DAYS}::int) as has_refusals,
  x.storage_key is not null and x.updated_at > now() - make_interval(days => ${IMPORT_FILE_DAYS}::int) as is_file_kept,
  x.created_at, x.updated_at, x.finished_at`;

/** One page of imports, newest first. A restricted actor sees only the own. */
export async function listImports(
  actor: TenantActor,
  query: ListQuery<typeof importList>,
): Promise<Page<ImportRecord>> {
  const source: ListSource = {
    definition: importList,
    table: "imports",
    columns: columnsFor(actor),
    accountColumn: null,
  };
  return tenantRead(actor, "payment_intents:import", (db) => listPage<ImportRecord>(db, actor, source, query));
}

/** One import with its mapping. @throws AppError `not_found` */
export async function getImport(actor: TenantActor, input: { id: string }): Promise<ImportDetail> {
  return tenantRead(actor, "payment_intents:import", (db) => readImport(db, actor, input.id));
}

/** The stored import inside a running unit of work. @throws AppError `not_found` */
export async function readImport(db: ReadClient, actor: TenantActor, id: string): Promise<ImportDetail> {
  const [row] = await db.rows<ImportDetail>(
    sql`select ${columnsFor(actor)}, x.header, x.mapping from imports x
        where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "imports_by_id",
  );
  if (!row) throw new AppError("not_found", "Import not found");
  return row;
}

/** Where the files of an import lie, and what its mapping is. */
export interface ImportPlace {
  storageKey: string | null;
  refusalsKey: string | null;
  sizeBytes: number;
  mapping: ImportMapping | null;
}

/** @throws AppError `not_found` */
export async function findImportPlace(db: ReadClient, id: string): Promise<ImportPlace> {
  const row = await db.import.findFirst({
    where: { id },
    select: { storageKey: true, refusalsKey: true, sizeBytes: true, mapping: true },
  });
  if (!row) throw new AppError("not_found", "Import not found");
  const mapping = importMapping.safeParse(row.mapping);
  return { ...row, sizeBytes: Number(row.sizeBytes ?? 0), mapping: mapping.success ? mapping.data : null };
}

/** The named mapping for files of this shape; of several the one that was changed last. */
export async function findNamedMappingOfShape(
  actor: TenantActor,
  shape: string,
): Promise<{ id: string; name: string; mapping: ImportMapping } | null> {
  const rows = await tenantRead(actor, "payment_intents:import", (db) =>
    db.importMapping.findMany({
      where: { shape, deletedAt: null },
      orderBy: { updatedAt: "desc" },
      take: 5,
      select: { id: true, name: true, mapping: true },
    }),
  );
  for (const { id, name, mapping } of rows) {
    const parsed = importMapping.safeParse(mapping);
    if (parsed.success) return { id, name, mapping: parsed.data };
  }
  return null;
}

/** The newest import of a file of this shape whose mapping was put to use. */
export async function findMappingOfShape(
  actor: TenantActor,
  shape: string,
): Promise<{ id: string; file_name: string; mapping: ImportMapping } | null> {
  const rows = await tenantRead(actor, "payment_intents:import", (db) =>
    db.import.findMany({
      where: { shape, status: { in: ["CHECKED", "COMPLETED", "CANCELED", "UNDONE"] } },
      orderBy: { id: "desc" },
      take: 5,
      select: { id: true, fileName: true, mapping: true },
    }),
  );
  for (const { id, fileName, mapping } of rows) {
    const parsed = importMapping.safeParse(mapping);
    if (parsed.success) return { id, file_name: fileName, mapping: parsed.data };
  }
  return null;
}

const KEPT_SHOWN = 100;

/** Payments of an import that are still there and cannot be taken back, with the reason; the first hundred. */
export async function listKeptPayments(actor: TenantActor, importId: string): Promise<KeptRecord[]> {
  return tenantRead(actor, "payment_intents:read", (db) =>
    db.rows<KeptRecord>(
      sql`select k.id, 'payment_intents' as resource, k.label, k.reason from (
            select p.id, coalesce(p.reference, left(p.id::text, 8)) as label, app.import_line_rests(p, l.created_at) as reason
            from import_lines l
            join payment_intents p on p.tenant_id = l.tenant_id and p.account_id = l.account_id and p.id = l.payment_intent_id
            where l.tenant_id = ${actor.tenantId}::uuid and l.import_id = ${importId}::uuid) k
          where k.reason is not null order by k.id desc limit ${KEPT_SHOWN}`,
    ),
  );
}
