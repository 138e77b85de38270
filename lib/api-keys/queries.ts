import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { join, type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import { type ApiKey, apiKeyList } from "./schema";

const REPLACED_BY = sql`(select n.id from tenant_api_keys n where n.tenant_id = x.tenant_id and n.replaces_id = x.id limit 1)`;

const STATE = sql`case when x.revoked_at <= now() then 'revoked' when x.expires_at <= now() then 'expired'
  when ${REPLACED_BY} is not null then 'expiring' else 'live' end`;

const COLUMNS = sql`
  x.id, x.name, x.prefix, x.last_four, ${STATE} as state, x.permissions, x.restricted_to_accounts,
  coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'includes_below', ka.includes_below) order by a.name) from tenant_api_key_accounts ka
    join accounts a on a.tenant_id = ka.tenant_id and a.id = ka.account_id
    where ka.tenant_id = x.tenant_id and ka.api_key_id = x.id), '[]') as accounts,
  x.expires_at, x.last_used_at, x.revoked_at, x.revocation_reason, x.replaces_id, ${REPLACED_BY} as replaced_by_id,
  (select m.full_name from app.member_names() m where m.user_id = x.created_by limit 1) as created_by_name, x.created_at`;

/** For what was true of access keys at a past moment. */
export const API_KEY_SNAPSHOTS = { table: "tenant_api_keys", columns: COLUMNS };

// The hash cannot be read by the application's role, so `x.*` inside the list would be refused: name the columns.
const SOURCE: ListSource = {
  definition: apiKeyList,
  table: "tenant_api_keys",
  rowColumns: [
    "tenant_id",
    "id",
    "name",
    "prefix",
    "last_four",
    "permissions",
    "restricted_to_accounts",
    "expires_at",
    "last_used_at",
    "revoked_at",
    "revocation_reason",
    "replaces_id",
    "created_by",
    "created_at",
  ],
  columns: COLUMNS,
  accountColumn: null,
  conditions: {
    state: (value) => (value.kind === "enum" ? sql`${STATE} = any (${value.values}::text[])` : null),
    name: (value) => (value.kind === "text" ? sql`strpos(lower(x.name), ${value.text}) > 0` : null),
    permission: (value) =>
      value.kind === "enum"
        ? join(
            value.values.map((name) => sql`${name} = any (x.permissions)`),
            " and ",
          )
        : null,
  },
};

/** One page of access keys. A restricted actor sees only keys that reach no further than the actor does. */
export async function listApiKeys(actor: TenantActor, query: ListQuery<typeof apiKeyList>): Promise<Page<ApiKey>> {
  return tenantRead(actor, "api_keys:read", (db) => listPage<ApiKey>(db, actor, SOURCE, query));
}

/** One access key. @throws AppError `not_found` also for another tenant's. */
export async function getApiKey(actor: TenantActor, input: { id: string }): Promise<ApiKey> {
  return tenantRead(actor, "api_keys:read", (db) => readApiKey(db, actor, input.id));
}

/** The stored key inside a running unit of work. */
export async function readApiKey(db: ReadClient, actor: TenantActor, id: string): Promise<ApiKey> {
  const [row] = await db.rows<ApiKey>(
    sql`select ${COLUMNS} from tenant_api_keys x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "api_keys_by_id",
  );
  if (!row) throw new AppError("not_found", "API key not found");
  return row;
}
