import type { ApiKeyActor, MemberActor } from "../actor";
import { AppError } from "../errors";
import { sql, tenantRead } from "../tenant-db";
import type { Whoami } from "./schema";

type StoredPart = Pick<Whoami, "name" | "tenant" | "expires_at">;

/** Whom the actor stands for. Everybody with a token may ask. */
export async function getWhoami(actor: MemberActor | ApiKeyActor): Promise<Whoami> {
  const tenant = sql`jsonb_build_object('slug', t.slug, 'name', t.name) as tenant`;
  const query =
    actor.kind === "apiKey"
      ? sql`select k.name, ${tenant}, k.expires_at from tenants t
          join tenant_api_keys k on k.tenant_id = t.id and k.id = ${actor.apiKeyId}::uuid where t.id = ${actor.tenantId}::uuid`
      : sql`select coalesce(nullif(u.full_name, ''), u.email) as name, ${tenant}, s.expires_at from tenants t
          join sessions s on s.id = ${actor.sessionId}::uuid join users u on u.id = s.user_id where t.id = ${actor.tenantId}::uuid`;
  const [stored] = await tenantRead(actor, null, (db) => db.rows<StoredPart>(query, `whoami_${actor.kind}`));
  if (!stored) throw new AppError("not_found");
  return {
    kind: actor.kind === "apiKey" ? "api_key" : "user",
    ...stored,
    permissions: [...actor.permissions].sort(),
    account_ids: actor.accountIds && [...actor.accountIds].sort(),
  };
}
