import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { PERMISSIONS, type Permission } from "../permissions";
import { type ReadClient, sql, tenantRead } from "../tenant-db";
import { readGivers } from "./givers";
import type { AccessExplanation, AccessStep, ExplainAccessInput } from "./schema";
import { type Grant, keySteps, memberSteps, type StoredKey, type StoredMember, sentenceOfResult } from "./sentences";

type Subject = { kind: "member" | "api_key"; id: string };

/**
 * Why a member or key may do something, or may not: the chain state → role → who gave it → restriction → result. About
 * oneself everybody may ask.
 * @throws AppError `forbidden` about others without members:read and roles:read, or api_keys:read; `not_found`
 */
export async function explainAccess(actor: TenantActor, input: ExplainAccessInput): Promise<AccessExplanation> {
  const subject = subjectOf(actor, input);
  const needed = permissionsFor(actor, subject);
  for (const permission of needed) {
    if (!actor.permissions.has(permission)) throw new AppError("forbidden", undefined, { data: { permission } });
  }
  return tenantRead(actor, needed[0] ?? null, async (db) => {
    const account = input.account_id ? await readAccountName(db, actor, input.account_id) : null;
    const reaches = account ? await readReach(db, subject, account.id) : null;
    const { name, steps, accounts } =
      subject.kind === "member"
        ? memberSteps(await readMember(db, actor, subject.id, input.permission), input.permission, account, reaches)
        : keySteps(await readKey(db, actor, subject.id), input.permission, account, reaches);
    const isAllowed = steps.every(({ holds }) => holds);
    const lacksRole = subject.kind === "member" && steps.some(({ kind, holds }) => kind === "permission" && !holds);
    return {
      subject: { ...subject, name },
      permission: { name: input.permission, description: PERMISSIONS[input.permission] },
      account,
      is_allowed: isAllowed,
      result: sentenceOfResult(name, input.permission, { isAllowed, account, isRestricted: accounts !== null }),
      steps: steps satisfies AccessStep[],
      accounts,
      could_be_given_by: lacksRole ? await readGivers(db, actor, input.permission) : [],
    };
  });
}

function subjectOf(actor: TenantActor, { member_id, api_key_id }: ExplainAccessInput): Subject {
  if (member_id) return { kind: "member", id: member_id };
  if (api_key_id) return { kind: "api_key", id: api_key_id };
  if (actor.kind === "member") return { kind: "member", id: actor.membershipId };
  if (actor.kind === "apiKey") return { kind: "api_key", id: actor.apiKeyId };
  throw new AppError("bad_request", "Background work has no rights to explain");
}

function permissionsFor(actor: TenantActor, { kind, id }: Subject): Permission[] {
  const isSelf =
    (actor.kind === "member" && actor.membershipId === id) || (actor.kind === "apiKey" && actor.apiKeyId === id);
  // Who looks through a view asks about others, whoever's view it is.
  if (isSelf && !(actor.kind === "member" && actor.view)) return [];
  return kind === "member" ? ["members:read", "roles:read"] : ["api_keys:read"];
}

async function readAccountName(db: ReadClient, actor: TenantActor, id: string) {
  const [account] = await db.rows<{ id: string; name: string }>(
    sql`select a.id, a.name from accounts a where a.tenant_id = ${actor.tenantId}::uuid and a.id = ${id}::uuid
        and (${actor.accountIds}::uuid[] is null or a.id = any (${actor.accountIds}::uuid[]))`,
    "access_account",
  );
  if (!account) throw new AppError("not_found", "Account not found");
  return account;
}

async function readReach(db: ReadClient, { kind, id }: Subject, accountId: string): Promise<boolean> {
  const [row] = await db.rows<{ reaches: boolean | null }>(
    kind === "member"
      ? sql`select app.reaches(${id}::uuid, null, ${accountId}::uuid) as reaches`
      : sql`select app.reaches(null, ${id}::uuid, ${accountId}::uuid) as reaches`,
  );
  return row?.reaches ?? false;
}

/** An account of a restriction, as JSON of the database. */
const CHOSEN = sql`jsonb_build_object('id', a.id, 'name', a.name, 'includes_below', c.includes_below)`;

async function readMember(
  db: ReadClient,
  actor: TenantActor,
  id: string,
  permission: Permission,
): Promise<StoredMember> {
  const [member] = await db.rows<Omit<StoredMember, "grants">>(
    sql`select x.name, x.status, x.deleted_at is not null as has_left,
          array(select r.name from membership_roles mr join roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
            where mr.tenant_id = x.tenant_id and mr.membership_id = x.id order by r.name) as roles,
          case when x.restricted_to_accounts then coalesce((select jsonb_agg(${CHOSEN} order by a.name) from membership_accounts c
            join accounts a on a.tenant_id = c.tenant_id and a.id = c.account_id
            where c.tenant_id = x.tenant_id and c.membership_id = x.id), '[]') end as accounts
        from member_list x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "access_member",
  );
  if (!member) throw new AppError("not_found", "Member not found");
  const grants = await db.rows<Grant>(
    sql`select r.id as role_id, r.name as role_name, r.grants_all, mr.assigned_at, mr.assigned_by,
          (select n.full_name from app.member_names() n where n.user_id = mr.assigned_by limit 1) as assigned_by_name
        from membership_roles mr join roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
        where mr.tenant_id = ${actor.tenantId}::uuid and mr.membership_id = ${id}::uuid
          and (r.grants_all or exists (select 1 from role_permissions rp where rp.tenant_id = r.tenant_id and rp.role_id = r.id
            and rp.permission = ${permission})) order by mr.assigned_at, r.name`,
    "access_grants",
  );
  return { ...member, grants };
}

async function readKey(db: ReadClient, actor: TenantActor, id: string): Promise<StoredKey> {
  const [key] = await db.rows<StoredKey>(
    sql`select k.name, k.permissions, k.created_at, k.created_by,
          (select n.full_name from app.member_names() n where n.user_id = k.created_by limit 1) as created_by_name,
          case when k.revoked_at <= now() then 'revoked' when k.expires_at <= now() then 'expired' else 'live' end as state,
          case when k.restricted_to_accounts then coalesce((select jsonb_agg(${CHOSEN} order by a.name) from tenant_api_key_accounts c
            join accounts a on a.tenant_id = c.tenant_id and a.id = c.account_id
            where c.tenant_id = k.tenant_id and c.api_key_id = k.id), '[]') end as accounts
        from tenant_api_keys k where k.tenant_id = ${actor.tenantId}::uuid and k.id = ${id}::uuid`,
    "access_key",
  );
  if (!key) throw new AppError("not_found", "API key not found");
  return key;
}
