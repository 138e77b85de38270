import type { TenantActor } from "../actor";
import { empty, join, type ReadClient, raw, type Sql, sql } from "./client";
import { tenantDoor } from "./pools";

/** A table as an export writes it: what the tenant's own role may read of it, and the key by which it is walked. */
interface ExportedTable {
  name: string;
  columns: string[];
  /** Columns of the primary key besides the tenant, with their types, in order. */
  key: { column: string; type: string }[];
}

/** A batch of rows, each as JSON text, and the key behind which the next one begins; null: these were the last. */
interface ExportedBatch {
  rows: string[];
  next: string[] | null;
}

/** Worked out from rows that are in the export themselves. */
const DERIVED = ["metadata_entries", "kept_totals"];

/** Names like these are kept from archives, as from the audit log; a document's hash is none. */
const SECRET_NAMES = "(^|_)(hash|secret|secrets|sealed|password|token|pepper)(_|$)";

const BATCH_SIZE = 1000;
const FILES_AT_ONCE = 200;

function read<T>(actor: TenantActor, work: (db: ReadClient) => Promise<T>): Promise<T> {
  return tenantDoor().read(actor, "tenant_exports.make", work);
}

/** Every table that holds rows of tenants, by the catalogue, in the order of their names. */
export async function exportedTables(actor: TenantActor): Promise<ExportedTable[]> {
  return read(actor, (db) =>
    db.rows<ExportedTable>(
      sql`select c.relname as name,
            (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and has_column_privilege(c.oid, a.attnum, 'select')
                and (a.attname !~ ${SECRET_NAMES} or a.attname = 'content_hash')) as columns,
            (select coalesce(jsonb_agg(jsonb_build_object('column', a.attname, 'type', format_type(a.atttypid, null)) order by k.place), '[]')
              from unnest((i.indkey::int2[])[0:i.indnkeyatts - 1]) with ordinality as k (attnum, place)
              join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where a.attname <> 'tenant_id') as key
          from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
          where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
            and c.relname <> all (${DERIVED}::text[]) and has_any_column_privilege(c.oid, 'select')
            and exists (select 1 from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped)
          order by c.relname`,
    ),
  );
}

/**
 * The rows of a table that belong to the actor's tenant, batch by batch, each a statement of its own: memory and locks
 * are those of one batch, however many rows there are.
 */
export async function* exportRows(actor: TenantActor, table: ExportedTable): AsyncGenerator<string[]> {
  let after: string[] | null = null;
  do {
    const batch: ExportedBatch = await read(actor, (db) => readBatch(db, actor, table, after));
    yield batch.rows;
    after = batch.next;
  } while (after);
}

async function readBatch(
  db: ReadClient,
  { tenantId }: TenantActor,
  { name, columns, key }: ExportedTable,
  after: string[] | null,
): Promise<ExportedBatch> {
  // Names come from the catalogue, never from a request.
  const all = join(columns.map((column) => raw(`x."${column}"`)));
  const keys = key.map(({ column }) => raw(`x."${column}"`));
  const isWalked = keys.length > 0;
  const behind: Sql = after
    ? sql`and (${join(keys)}) > (${join(key.map(({ type }, index) => sql`${after[index] ?? null}::${raw(type)}`))})`
    : empty;
  const rows = await db.rows<{ row: string; key: string[] }>(
    sql`select to_jsonb(r)::text as row, x.row_key as key from (
          select ${isWalked ? sql`array[${join(keys.map((column) => sql`${column}::text`))}]` : sql`array[]::text[]`} as row_key, ${all}
          from ${raw(`"${name}"`)} x where x.tenant_id = ${tenantId}::uuid ${behind}
          ${isWalked ? sql`order by ${join(keys)}` : empty} limit ${BATCH_SIZE}
        ) x cross join lateral (select ${all}) r`,
  );
  const isLast = !isWalked || rows.length < BATCH_SIZE;
  return { rows: rows.map(({ row }) => row), next: isLast ? null : (rows.at(-1)?.key ?? null) };
}

/** What is no table with `tenant_id`: the tenant itself, and its people with their addresses, as its own members see them. */
export async function exportTenantAndPeople(actor: TenantActor): Promise<{ tenant: string; people: string[] }> {
  return read(actor, async (db) => {
    const [tenant] = await db.rows<{ row: string }>(
      sql`select to_jsonb(x)::text as row from tenants x where x.id = ${actor.tenantId}::uuid`,
      "export_tenant",
    );
    if (!tenant) throw new Error("There is no such tenant");
    const people = await db.rows<{ row: string }>(
      sql`select to_jsonb(x)::text as row from app.member_profiles() x order by x.membership_id`,
      "export_people",
    );
    return { tenant: tenant.row, people: people.map(({ row }) => row) };
  });
}

/** Where the files of the tenant's documents lie, deleted documents' too. */
export async function* storageKeys(actor: TenantActor): AsyncGenerator<string> {
  let after: string | null = null;
  for (;;) {
    const found: { id: string; storageKey: string }[] = await read(actor, (db) =>
      db.document.findMany({
        where: after ? { id: { gt: after } } : {},
        orderBy: { id: "asc" },
        take: FILES_AT_ONCE,
        select: { id: true, storageKey: true },
      }),
    );
    for (const { storageKey } of found) yield storageKey;
    after = found.at(-1)?.id ?? null;
    if (found.length < FILES_AT_ONCE) return;
  }
}
