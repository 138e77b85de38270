import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, platformRead, type ReadClient, sql } from "../tenant-db";
import { type TenantExport, tenantExportList } from "./schema";

const NAME = sql`coalesce(nullif(u.full_name, ''), u.email)`;

const COLUMNS = sql`x.id, jsonb_build_object('id', x.tenant_id, 'name', x.tenant_name, 'slug', x.tenant_slug) as tenant,
  x.status, x.is_final, x.reason, x.size_bytes, x.sha256, x.row_counts, x.file_count, x.error,
  (select jsonb_build_object('id', u.id, 'name', ${NAME}) from users u where u.id = x.requested_by) as requested_by, x.finished_at,
  (select jsonb_build_object('id', u.id, 'name', ${NAME}) from users u where u.id = x.downloaded_by) as downloaded_by, x.downloaded_at, x.created_at`;

const SOURCE: ListSource = {
  definition: tenantExportList,
  table: "tenant_exports",
  columns: COLUMNS,
  accountColumn: null,
};

/** One page of the exports of tenants, newest first. @throws AppError `forbidden` for anybody but a platform admin */
export async function listTenantExports(
  admin: PlatformAdminActor,
  query: ListQuery<typeof tenantExportList>,
): Promise<Page<TenantExport>> {
  return platformRead(admin, (db) => listPage<TenantExport>(db, admin, SOURCE, query));
}

/** The newest export of a tenant, or null. */
export async function findNewestExport(admin: PlatformAdminActor, input: { id: string }): Promise<TenantExport | null> {
  const [row] = await platformRead(admin, (db) =>
    db.rows<TenantExport>(
      sql`select ${COLUMNS} from tenant_exports x where x.tenant_id = ${input.id}::uuid order by x.id desc limit 1`,
      "tenant_exports_newest",
    ),
  );
  return row ?? null;
}

/** One export. @throws AppError `not_found` */
export async function getTenantExport(admin: PlatformAdminActor, input: { id: string }): Promise<TenantExport> {
  return platformRead(admin, (db) => readTenantExport(db, input.id));
}

/** The stored export inside a unit of work of the platform. @throws AppError `not_found` */
export async function readTenantExport(db: ReadClient, id: string): Promise<TenantExport> {
  const [row] = await db.rows<TenantExport>(
    sql`select ${COLUMNS} from tenant_exports x where x.id = ${id}::uuid`,
    "tenant_exports_by_id",
  );
  if (!row) throw new AppError("not_found", "Export not found");
  return row;
}
