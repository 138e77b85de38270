import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, platformRead, type ReadClient, sql } from "../tenant-db";
import { type TenantNote, tenantNoteList } from "./schema";

const COLUMNS = sql`x.id, x.text, x.created_at, x.updated_at,
  (select jsonb_build_object('id', t.id, 'name', t.name) from tenants t where t.id = x.about_tenant_id) as tenant,
  (select jsonb_build_object('user_id', u.id, 'name', coalesce(nullif(u.full_name, ''), u.email))
    from users u where u.id = x.author_id) as author`;

const SOURCE: ListSource = {
  definition: tenantNoteList,
  table: "tenant_notes",
  columns: COLUMNS,
  accountColumn: null,
  where: sql`x.deleted_at is null`,
};

/** One page of the staff's notes, newest first. @throws AppError `forbidden` for anybody but a platform admin */
export async function listTenantNotes(
  admin: PlatformAdminActor,
  query: ListQuery<typeof tenantNoteList>,
): Promise<Page<TenantNote>> {
  return platformRead(admin, (db) => listPage<TenantNote>(db, admin, SOURCE, query));
}

/** One note. @throws AppError `not_found`, also for one that was deleted */
export async function getTenantNote(admin: PlatformAdminActor, input: { id: string }): Promise<TenantNote> {
  return platformRead(admin, (db) => readTenantNote(db, input.id));
}

/** The stored note inside a unit of work of the platform. */
export async function readTenantNote(db: ReadClient, id: string): Promise<TenantNote> {
  const [row] = await db.rows<TenantNote>(
    sql`select ${COLUMNS} from tenant_notes x where x.id = ${id}::uuid and x.deleted_at is null`,
    "tenant_notes_by_id",
  );
  if (!row) throw new AppError("not_found", "Note not found");
  return row;
}
