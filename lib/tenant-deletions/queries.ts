import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, platformRead, type ReadClient, sql } from "../tenant-db";
import { type TenantDeletion, tenantDeletionList } from "./schema";

const PERSON = sql`jsonb_build_object('id', u.id, 'name', coalesce(nullif(u.full_name, ''), u.email))`;

const COLUMNS = sql`x.id, jsonb_build_object('id', x.tenant_id, 'name', x.tenant_name, 'slug', x.tenant_slug) as tenant,
  x.status, x.reason, x.export_id, x.waiting_days,
  (select ${PERSON} from users u where u.id = x.requested_by) as requested_by,
  (select ${PERSON} from users u where u.id = x.agreed_by) as agreed_by, x.agreed_at, x.due_at,
  (select ${PERSON} from users u where u.id = x.called_off_by) as called_off_by, x.called_off_at, x.call_off_reason,
  x.started_at, x.finished_at, x.row_counts, x.created_at`;

const SOURCE: ListSource = {
  definition: tenantDeletionList,
  table: "tenant_deletions",
  columns: COLUMNS,
  accountColumn: null,
};

/** One page of the deletions of tenants, newest first. @throws AppError `forbidden` for anybody but a platform admin */
export async function listTenantDeletions(
  admin: PlatformAdminActor,
  query: ListQuery<typeof tenantDeletionList>,
): Promise<Page<TenantDeletion>> {
  return platformRead(admin, (db) => listPage<TenantDeletion>(db, admin, SOURCE, query));
}

/** The deletion of a tenant that is under way, or null. */
export async function findOpenDeletion(
  admin: PlatformAdminActor,
  input: { id: string },
): Promise<TenantDeletion | null> {
  const [row] = await platformRead(admin, (db) =>
    db.rows<TenantDeletion>(
      sql`select ${COLUMNS} from tenant_deletions x
          where x.tenant_id = ${input.id}::uuid and x.status in ('requested', 'agreed', 'running')`,
      "tenant_deletions_open",
    ),
  );
  return row ?? null;
}

/** One deletion. @throws AppError `not_found` */
export async function getTenantDeletion(admin: PlatformAdminActor, input: { id: string }): Promise<TenantDeletion> {
  return platformRead(admin, (db) => readTenantDeletion(db, input.id));
}

/** The stored deletion inside a unit of work of the platform. @throws AppError `not_found` */
export async function readTenantDeletion(db: ReadClient, id: string): Promise<TenantDeletion> {
  const [row] = await db.rows<TenantDeletion>(
    sql`select ${COLUMNS} from tenant_deletions x where x.id = ${id}::uuid`,
    "tenant_deletions_by_id",
  );
  if (!row) throw new AppError("not_found", "Deletion not found");
  return row;
}
