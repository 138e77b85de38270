import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { type ReadClient, sql, tenantRead } from "../tenant-db";
import type { AccountReach } from "./schema";

const LIMIT = 100;

type Members = NonNullable<AccountReach["members"]>;
type Keys = NonNullable<AccountReach["api_keys"]>;

/**
 * The members and keys that see an account: those whose roles (or permissions) let them see accounts at all, and whose
 * restriction, if they have one, takes it in, by itself or by a branch.
 * @throws AppError `not_found` also for an account out of reach
 */
export async function getAccountReach(actor: TenantActor, input: { id: string }): Promise<AccountReach> {
  const may = (permission: "members:read" | "api_keys:read") => actor.permissions.has(permission);
  const { account, members, keys } = await tenantRead(actor, "accounts:read", async (db) => {
    const [account, members, keys] = await Promise.all([
      readAccount(db, actor, input.id),
      may("members:read") ? readMembers(db, actor, input.id) : null,
      may("api_keys:read") ? readKeys(db, actor, input.id) : null,
    ]);
    return { account, members, keys };
  });
  if (!account) throw new AppError("not_found", "Account not found");
  return {
    account,
    members: members?.slice(0, LIMIT) ?? null,
    api_keys: keys?.slice(0, LIMIT) ?? null,
    is_capped: (members?.length ?? 0) > LIMIT || (keys?.length ?? 0) > LIMIT,
  };
}

async function readAccount(db: ReadClient, actor: TenantActor, id: string) {
  const [account] = await db.rows<AccountReach["account"]>(
    sql`select a.id, a.name from accounts a where a.tenant_id = ${actor.tenantId}::uuid and a.id = ${id}::uuid
        and (${actor.accountIds}::uuid[] is null or a.id = any (${actor.accountIds}::uuid[]))`,
    "account_reach_account",
  );
  return account;
}

function readMembers(db: ReadClient, { tenantId }: TenantActor, id: string): Promise<Members> {
  return db.rows(
    sql`select x.id, x.name, case when x.restricted_to_accounts then 'chosen' else 'all' end as reach,
          array(select r.name from membership_roles mr join roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
            where mr.tenant_id = x.tenant_id and mr.membership_id = x.id order by r.name) as roles
        from member_list x
        where x.tenant_id = ${tenantId}::uuid and x.deleted_at is null and x.status = 'active'
          and exists (select 1 from membership_roles mr join roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
            where mr.tenant_id = x.tenant_id and mr.membership_id = x.id and (r.grants_all or exists (
              select 1 from role_permissions p where p.tenant_id = r.tenant_id and p.role_id = r.id and p.permission = 'accounts:read')))
          and (not x.restricted_to_accounts or app.reaches(x.id, null, ${id}::uuid))
        order by x.restricted_to_accounts desc, x.name, x.id limit ${LIMIT + 1}`,
    "account_reach_members",
  );
}

function readKeys(db: ReadClient, { tenantId }: TenantActor, id: string): Promise<Keys> {
  return db.rows(
    sql`select k.id, k.name, k.last_four, case when k.restricted_to_accounts then 'chosen' else 'all' end as reach
        from tenant_api_keys k
        where k.tenant_id = ${tenantId}::uuid and (k.revoked_at is null or k.revoked_at > now())
          and (k.expires_at is null or k.expires_at > now()) and 'accounts:read' = any (k.permissions)
          and (not k.restricted_to_accounts or app.reaches(null, k.id, ${id}::uuid))
        order by k.restricted_to_accounts desc, k.name, k.id limit ${LIMIT + 1}`,
    "account_reach_keys",
  );
}
