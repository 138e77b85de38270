import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { maskRecord } from "../personal-data";
import { type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import { exportList, type ListExport } from "./schema";

/** Whoever looks as somebody else, or visits, has no exports. */
function ownSql(actor: TenantActor) {
  if (actor.kind === "member" && !actor.view && !actor.visit) return sql`x.requested_by = ${actor.userId}::uuid`;
  return actor.kind === "apiKey" ? sql`x.api_key_id = ${actor.apiKeyId}::uuid` : sql`false`;
}

/** The own exports; whoever reads the audit log, where the receipts are, sees those of others too. */
function visibleSql(actor: TenantActor) {
  return actor.permissions.has("audit_logs:read") ? sql`true` : ownSql(actor);
}

function columnsSql(actor: TenantActor) {
  return sql`x.id, x.list, x.query, x.format, x.columns, x.time_zone, x.amounts, x.has_byte_order_mark, x.is_compressed,
    x.is_masked, x.state, x.row_count, x.expected_row_count, x.expected_is_capped, x.size_bytes, x.sha256, x.error,
    jsonb_build_object('kind', case when x.api_key_id is null then 'member' else 'api_key' end,
      'id', coalesce(x.requested_by, x.api_key_id), 'name', x.requester_name) as requested_by,
    coalesce(${ownSql(actor)}, false) as is_own, x.started_at, x.finished_at, x.expires_at, x.download_count, x.downloaded_at, x.created_at`;
}

/** One page of exports, newest first: the actor's own, and with the permission to read the audit log those of others. */
export async function listExports(actor: TenantActor, query: ListQuery<typeof exportList>): Promise<Page<ListExport>> {
  const source: ListSource = {
    definition: exportList,
    table: "exports",
    columns: columnsSql(actor),
    accountColumn: null,
    where: visibleSql(actor),
  };
  const page = await tenantRead(actor, null, (db) => listPage<ListExport>(db, actor, source, query));
  return { ...page, items: maskRecord(actor, page.items) };
}

/** One export that the actor may see. @throws AppError `not_found` */
export async function getExport(actor: TenantActor, input: { id: string }): Promise<ListExport> {
  return tenantRead(actor, null, (db) => readExport(db, actor, input.id));
}

/** The stored export inside a running unit of work. @throws AppError `not_found` also for one that the actor may not see */
export async function readExport(db: ReadClient, actor: TenantActor, id: string): Promise<ListExport> {
  const [row] = await db.rows<ListExport>(
    sql`select ${columnsSql(actor)} from exports x
        where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid and ${visibleSql(actor)}`,
  );
  if (!row) throw new AppError("not_found", "Export not found");
  return maskRecord(actor, row);
}
