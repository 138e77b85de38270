import type { PlatformAdminActor, TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, platformRead, type ReadClient, sql, tenantRead } from "../tenant-db";
import { type OwnTenant, type Tenant, tenantList } from "./schema";

const COLUMNS = sql`x.id, x.slug, x.name, x.domain, x.subscription_tier, x.status, x.created_at,
    (select count(*)::int from memberships m where m.tenant_id = x.id and m.status = 'active' and m.deleted_at is null) as member_count,
    (select count(*)::int from accounts a where a.tenant_id = x.id and a.deleted_at is null) as account_count`;

const SOURCE: ListSource = {
  definition: tenantList,
  table: "tenants",
  columns: COLUMNS,
  accountColumn: null,
  conditions: {
    name: (value) =>
      value.kind === "text"
        ? sql`(strpos(lower(x.name), ${value.text}) > 0 or strpos(x.slug, ${value.text}) > 0
            or strpos(lower(x.domain), ${value.text}) > 0)`
        : null,
  },
};

/** One page of all tenants. @throws AppError `forbidden` for anybody but a platform admin */
export async function listTenants(
  admin: PlatformAdminActor,
  query: ListQuery<typeof tenantList>,
): Promise<Page<Tenant>> {
  return platformRead(admin, (db) => listPage<Tenant>(db, admin, SOURCE, query));
}

/** One tenant, for the platform's admins. @throws AppError `not_found` */
export async function getTenant(admin: PlatformAdminActor, input: { id: string }): Promise<Tenant> {
  return platformRead(admin, (db) => readTenant(db, input.id));
}

/** The stored tenant inside a unit of work of the platform. */
export async function readTenant(db: ReadClient, id: string): Promise<Tenant> {
  const [row] = await db.rows<Tenant>(sql`select ${COLUMNS} from tenants x where x.id = ${id}::uuid`, "tenants_by_id");
  if (!row) throw new AppError("not_found", "Tenant not found");
  return row;
}

/** The actor's own tenant. */
export async function getOwnTenant(actor: TenantActor): Promise<OwnTenant> {
  return tenantRead(actor, "settings:read", (db) => readOwnTenant(db, actor));
}

/** The actor's own tenant inside a running unit of work. */
export async function readOwnTenant(db: ReadClient, actor: TenantActor): Promise<OwnTenant> {
  const [row] = await db.rows<OwnTenant>(
    sql`select x.id, x.slug, x.name, x.domain, x.subscription_tier, x.status, x.created_at, x.updated_at
        from tenants x where x.id = ${actor.tenantId}::uuid`,
    "own_tenant",
  );
  if (!row) throw new AppError("not_found", "Tenant not found");
  return row;
}
