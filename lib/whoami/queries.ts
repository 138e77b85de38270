import type { ApiKeyActor, MemberActor } from "../actor";
import { AppError } from "../errors";
import { sql, tenantRead } from "../tenant-db";
import type { Whoami } from "./schema";

type StoredPart = Omit<Whoami, "kind" | "permissions" | "account_ids">;

/** Whom the actor stands for. Everybody with a token may ask. */
export async function getWhoami(actor: MemberActor | ApiKeyActor): Promise<Whoami> {
  const query = actor.kind === "apiKey" ? keySql(actor) : personSql(actor);
  const [stored] = await tenantRead(actor, null, (db) => db.rows<StoredPart>(query, `whoami_${actor.kind}`));
  if (!stored) throw new AppError("not_found");
  return {
    kind: actor.kind === "apiKey" ? "api_key" : "user",
    ...stored,
    permissions: [...actor.permissions].sort(),
    account_ids: actor.accountIds && [...actor.accountIds].sort(),
  };
}

const TENANT = sql`jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name) as tenant`;
const NAMES = sql`coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'includes_below', c.includes_below) order by a.name), '[]')`;

function keySql({ tenantId, apiKeyId }: ApiKeyActor) {
  return sql`
    select k.id, k.name, null as email, k.last_four, ${TENANT}, '[]'::jsonb as roles,
      case when k.restricted_to_accounts then (select ${NAMES} from tenant_api_key_accounts c
        join accounts a on a.tenant_id = c.tenant_id and a.id = c.account_id
        where c.tenant_id = k.tenant_id and c.api_key_id = k.id) end as accounts, k.expires_at
    from tenants t join tenant_api_keys k on k.tenant_id = t.id and k.id = ${apiKeyId}::uuid
    where t.id = ${tenantId}::uuid`;
}

function personSql({ tenantId, membershipId, sessionId }: MemberActor) {
  return sql`
    select u.id, coalesce(nullif(u.full_name, ''), u.email) as name, u.email, null as last_four, ${TENANT},
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) order by r.name) from membership_roles mr
        join roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
        where mr.tenant_id = m.tenant_id and mr.membership_id = m.id), '[]') as roles,
      case when m.restricted_to_accounts then (select ${NAMES} from membership_accounts c
        join accounts a on a.tenant_id = c.tenant_id and a.id = c.account_id
        where c.tenant_id = m.tenant_id and c.membership_id = m.id) end as accounts, s.expires_at
    from tenants t join memberships m on m.tenant_id = t.id and m.id = ${membershipId}::uuid
    join sessions s on s.id = ${sessionId}::uuid join users u on u.id = s.user_id where t.id = ${tenantId}::uuid`;
}
