import type { TenantActor } from "../actor";
import { IMPORT_FILE_DAYS } from "../import-files";
import { isPermission, type Permission } from "../permissions";
import { type ReadClient, sql, type WriteClient } from "./client";
import { bookkeepingPool, tenantDoor } from "./pools";

/** What whoever uploaded a file may do at this moment. */
interface ImportRights {
  permissions: ReadonlySet<Permission>;
  /** Null: all of the tenant's. */
  accountIds: readonly string[] | null;
}

/** Null: the person is no member any more, or the key has ended. */
export async function importRights(db: ReadClient, importId: string): Promise<ImportRights | null> {
  const [row] = await db.rows<{ permissions: string[]; account_ids: string[] | null }>(
    sql`select permissions, account_ids from app.import_rights(${importId}::uuid)`,
    "import_rights",
  );
  return row ? { permissions: new Set(row.permissions.filter(isPermission)), accountIds: row.account_ids } : null;
}

/**
 * Takes back the next payments of an import that is being undone: those behind `after`, in the order of their ids.
 * @returns how many were looked at and taken back, and the last one's id; `last` null: there are none
 */
export async function undoImportBatch(
  db: WriteClient,
  importId: string,
  after: string,
  batch: number,
): Promise<{ last: string | null; seen: number; undone: number }> {
  const [row] = await db.rows<{ last: string | null; seen: number; undone: number }>(
    sql`select last_payment as last, seen, undone from app.undo_import_lines(${importId}::uuid, ${after}::uuid, ${batch}::int)`,
    "undo_import_lines",
  );
  return row ?? { last: null, seen: 0, undone: 0 };
}

/** Lets the lines of accounts that were deleted again be imported again. @returns how many lines */
export async function forgetImportAccounts(db: WriteClient, importId: string): Promise<number> {
  const [row] = await db.rows<{ gone: number }>(
    sql`select app.forget_import_accounts(${importId}::uuid) as gone`,
    "forget_import_accounts",
  );
  return row?.gone ?? 0;
}

/** Adds jobs for imports that have stood still, in all tenants. */
export async function keepImports(): Promise<void> {
  await bookkeepingPool().query("select app.keep_imports()");
}

/** Of these keys of stored files, those that imports still need: files that were uploaded, and their refused lines. */
export async function keptImportFiles(actor: TenantActor, keys: readonly string[]): Promise<string[]> {
  const rows = await tenantDoor().read(actor, "imports.files", (db) =>
    db.rows<{ key: string }>(
      sql`select k as key from unnest(${[...keys]}::text[]) k where exists (select 1 from imports i
            where i.tenant_id = ${actor.tenantId}::uuid and k in (i.storage_key, i.refusals_key)
              and i.updated_at > now() - make_interval(days => ${IMPORT_FILE_DAYS}::int))`,
      "imports_kept_files",
    ),
  );
  return rows.map(({ key }) => key);
}

/** Where files of imports lie, or lay. */
export async function importFileKeys(actor: TenantActor): Promise<string[]> {
  const rows = await tenantDoor().read(actor, "imports.files", (db) =>
    db.rows<{ key: string }>(
      sql`select f.key from imports i cross join lateral (values (i.storage_key), (i.refusals_key)) f (key)
          where i.tenant_id = ${actor.tenantId}::uuid and f.key is not null`,
      "imports_files",
    ),
  );
  return rows.map(({ key }) => key);
}
