import type { TenantActor } from "../actor";
import { type ReadClient, sql } from "../tenant-db";
import { type FoundRecord, MOST_OF_A_KIND } from "./schema";
import type { Words } from "./words";

// What a tenant has few of: a search within its rows needs no index of its own. Beginnings of names come first.

type Row = Omit<FoundRecord, "kind">;

const NO_MONEY = sql`null::bigint as amount, null as currency`;

/** Living accounts by id or part of a name. */
export async function findAccounts(db: ReadClient, actor: TenantActor, { id, text }: Words): Promise<Row[]> {
  const { accountIds } = actor;
  const within = (column: "p.id" | "x.id") =>
    column === "p.id"
      ? sql`(${accountIds}::uuid[] is null or p.id = any (${accountIds}::uuid[]))`
      : sql`(${accountIds}::uuid[] is null or x.id = any (${accountIds}::uuid[]))`;
  const which = id
    ? sql`x.id = ${id}::uuid`
    : sql`(strpos(lower(x.name), ${text}) > 0 or strpos(lower(x.display_name), ${text}) > 0)`;
  return db.rows<Row>(
    sql`select x.id, x.name as title, coalesce(p.name, x.display_name) as detail, null as status, ${NO_MONEY}
        from accounts x left join accounts p on p.tenant_id = x.tenant_id and p.id = x.parent_id and ${within("p.id")}
        where x.tenant_id = ${actor.tenantId}::uuid and x.deleted_at is null and ${which} and ${within("x.id")}
        order by starts_with(lower(x.name), ${text ?? ""}) desc, lower(x.name), x.id limit ${MOST_OF_A_KIND}`,
    id ? "search_accounts_by_id" : "search_accounts",
  );
}

/** Members of now by id, or part of their name or address. */
export async function findMembers(db: ReadClient, actor: TenantActor, { id, text }: Words): Promise<Row[]> {
  const which = id
    ? sql`(x.id = ${id}::uuid or x.user_id = ${id}::uuid)`
    : sql`(strpos(x.name_key, ${text}) > 0 or strpos(x.email_key, ${text}) > 0)`;
  return db.rows<Row>(
    sql`select x.id, coalesce(nullif(x.name, ''), x.email) as title, x.email as detail, null as status, ${NO_MONEY}
        from member_list x where x.tenant_id = ${actor.tenantId}::uuid and x.deleted_at is null and ${which}
        order by starts_with(x.name_key, ${text ?? ""}) desc, x.name_key, x.id limit ${MOST_OF_A_KIND}`,
    id ? "search_members_by_id" : "search_members",
  );
}

/** Roles by id or part of their name. */
export async function findRoles(db: ReadClient, actor: TenantActor, { id, text }: Words): Promise<Row[]> {
  const which = id ? sql`x.id = ${id}::uuid` : sql`strpos(lower(x.name), ${text}) > 0`;
  return db.rows<Row>(
    sql`select x.id, x.name as title, nullif(x.description, '') as detail, null as status, ${NO_MONEY}
        from roles x where x.tenant_id = ${actor.tenantId}::uuid and ${which}
        order by lower(x.name), x.id limit ${MOST_OF_A_KIND}`,
    id ? "search_roles_by_id" : "search_roles",
  );
}

/** Access keys by id, part of their name, the beginning of the key, or its last four characters. A whole key finds nothing. */
export async function findApiKeys(db: ReadClient, actor: TenantActor, { id, text, given }: Words): Promise<Row[]> {
  const which = id
    ? sql`x.id = ${id}::uuid`
    : sql`(strpos(lower(x.name), ${text}) > 0 or x.last_four = ${given} or starts_with(x.prefix, ${given}))`;
  return db.rows<Row>(
    sql`select x.id, x.name as title, x.prefix || '…' || x.last_four as detail,
          case when x.revoked_at <= now() then 'revoked' when x.expires_at <= now() then 'expired' else 'live' end as status,
          ${NO_MONEY}
        from tenant_api_keys x where x.tenant_id = ${actor.tenantId}::uuid and ${which}
        order by x.revoked_at is not null, x.id desc limit ${MOST_OF_A_KIND}`,
    id ? "search_keys_by_id" : "search_keys",
  );
}

/** Webhook endpoints by id, or part of their address or description. */
export async function findWebhookEndpoints(db: ReadClient, actor: TenantActor, { id, text }: Words): Promise<Row[]> {
  const which = id
    ? sql`x.id = ${id}::uuid`
    : sql`(strpos(lower(x.url), ${text}) > 0 or strpos(lower(x.description), ${text}) > 0)`;
  return db.rows<Row>(
    sql`select x.id, x.url as title, nullif(x.description, '') as detail, x.status, ${NO_MONEY}
        from webhook_endpoints x where x.tenant_id = ${actor.tenantId}::uuid and ${which}
          and (${actor.accountIds}::uuid[] is null or x.account_id = any (${actor.accountIds}::uuid[]))
        order by x.id desc limit ${MOST_OF_A_KIND}`,
    id ? "search_endpoints_by_id" : "search_endpoints",
  );
}
