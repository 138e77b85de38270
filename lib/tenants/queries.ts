import type { PlatformAdminActor, TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, platformRead, type ReadClient, sql, tenantRead } from "../tenant-db";
import { FIRST_DAY } from "./first-day";
import { COUNT_CAP } from "./names";
import { type ListedTenant, type OwnTenant, type Tenant, type TenantDetail, tenantList } from "./schema";

/** Rows that are counted at most, one more than anybody is told of. */
const COUNTED = COUNT_CAP + 1;

const COLUMNS = sql`x.id, x.slug, x.name, x.domain, x.subscription_tier, x.status, x.created_at,
    (select count(*)::int from (select from memberships m
      where m.tenant_id = x.id and m.status = 'active' and m.deleted_at is null limit ${COUNTED}) c) as member_count,
    (select count(*)::int from (select from accounts a
      where a.tenant_id = x.id and a.deleted_at is null limit ${COUNTED}) c) as account_count`;

// The newest row of each is one look at an index, however many there are. What the platform's staff and jobs do there is
// not the tenant being active.
const LISTED_COLUMNS = sql`${COLUMNS}, app.tenant_volume(x.id, ${FIRST_DAY}) as volume,
    greatest(
      (select a.created_at from audit_logs a where a.tenant_id = x.id and a.actor_kind = 'user' order by a.id desc limit 1),
      (select a.created_at from audit_logs a where a.tenant_id = x.id and a.actor_kind = 'api_key' order by a.id desc limit 1),
      (select max(k.last_used_at) from tenant_api_keys k where k.tenant_id = x.id)) as last_active_at`;

const ISO_TIME = sql`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const DETAIL_COLUMNS = sql`${LISTED_COLUMNS}, x.updated_at,
    (select i || jsonb_build_object('sent_at', to_char((i ->> 'sent_at')::timestamptz at time zone 'UTC', ${ISO_TIME}),
        'expires_at', to_char((i ->> 'expires_at')::timestamptz at time zone 'UTC', ${ISO_TIME}))
      from app.owner_invitation(x.id) i) as owner_invitation,
    (select jsonb_build_object('id', t.id, 'name', t.name, 'version', t.version)
      from tenant_configs c join templates t on t.id = c.template_id where c.tenant_id = x.id) as template,
    coalesce((select jsonb_agg(jsonb_build_object('user_id', o.id, 'name', coalesce(nullif(o.full_name, ''), o.email),
        'email', o.email, 'last_login', to_char(o.last_login at time zone 'UTC', ${ISO_TIME})) order by o.full_name, o.id)
      from (select u.id, u.full_name, u.email, u.last_login from roles r
        join membership_roles mr on mr.tenant_id = r.tenant_id and mr.role_id = r.id
        join memberships m on m.tenant_id = mr.tenant_id and m.id = mr.membership_id and m.status = 'active' and m.deleted_at is null
        join users u on u.id = m.user_id and u.disabled_at is null
        where r.tenant_id = x.id and r.key = 'owner' order by u.full_name, u.id limit 20) o), '[]') as owners`;

const SOURCE: ListSource = {
  definition: tenantList,
  table: "tenants",
  columns: LISTED_COLUMNS,
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
): Promise<Page<ListedTenant>> {
  return platformRead(admin, (db) => listPage<ListedTenant>(db, admin, SOURCE, query));
}

/** One tenant, for the platform's admins. @throws AppError `not_found` */
export async function getTenant(admin: PlatformAdminActor, input: { id: string }): Promise<Tenant> {
  return platformRead(admin, (db) => readTenant(db, input.id));
}

/** One tenant with its owners and template. @throws AppError `not_found` */
export async function getTenantDetail(admin: PlatformAdminActor, input: { id: string }): Promise<TenantDetail> {
  return platformRead(admin, (db) => readTenantDetail(db, input.id));
}

/** The same inside a unit of work of the platform. */
export async function readTenantDetail(db: ReadClient, id: string): Promise<TenantDetail> {
  const [row] = await db.rows<TenantDetail>(
    sql`select ${DETAIL_COLUMNS} from tenants x where x.id = ${id}::uuid`,
    "tenant_detail",
  );
  if (!row) throw new AppError("not_found", "Tenant not found");
  return row;
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
