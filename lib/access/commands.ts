import type { MemberActor, TenantActor } from "../actor";
import { AppError } from "../errors";
import type { Permission } from "../permissions";
import { isRestricting, namedAccounts } from "../reach-input";
import { type ReadClient, sql, tenantWrite, type WriteClient } from "../tenant-db";
import { draftPermissions } from "./draft-permissions";
import type { ViewSubject } from "./schema";

/** What an administrator needs to look as somebody: the permission to change what that somebody may do. */
function permissionToViewAs({ permissions }: MemberActor, subject: ViewSubject): Permission {
  const isOfKey = "api_key_id" in subject || ("draft" in subject && subject.draft.role_ids.length === 0);
  // A draft without roles may be a key's or a role's.
  if ("draft" in subject && permissions.has("members:write")) return "members:write";
  return isOfKey ? "api_keys:write" : "members:write";
}

/**
 * Begins a view: the member's session may look at the tenant as another member, a key, or rights that are not saved yet,
 * for a quarter of an hour and never with more than the own rights. It ends the view that the session has.
 * @throws AppError `not_found` for a subject out of reach; `conflict` for one that may nothing at present
 */
export async function startView(actor: MemberActor, subject: ViewSubject): Promise<{ id: string; label: string }> {
  return tenantWrite(actor, permissionToViewAs(actor, subject), "access_views.start", async (db) => {
    await endOwnViews(db, actor);
    const shown = await rowOf(db, actor, subject);
    const { id } = await db.accessView.create({
      data: { tenantId: actor.tenantId, sessionId: actor.sessionId, ...shown },
      select: { id: true },
    });
    return { id, label: shown.label };
  });
}

/** Ends the session's view. Ending what has ended is no error. */
export async function endView(actor: MemberActor): Promise<void> {
  await tenantWrite(actor, null, "access_views.end", (db) => endOwnViews(db, actor));
}

async function endOwnViews(db: WriteClient, actor: MemberActor): Promise<void> {
  await db.accessView.updateMany({
    where: { userId: actor.userId, endedAt: null, endsAt: { gt: new Date() } },
    data: { endedAt: new Date() },
  });
}

async function rowOf(db: ReadClient, actor: TenantActor, subject: ViewSubject) {
  if ("member_id" in subject) {
    const name = await memberName(db, actor, subject.member_id);
    return { membershipId: subject.member_id, label: name };
  }
  if ("api_key_id" in subject) {
    const [key] = await db.rows<{ name: string; is_live: boolean }>(
      sql`select k.name, (k.revoked_at is null or k.revoked_at > now()) and (k.expires_at is null or k.expires_at > now()) as is_live
          from tenant_api_keys k where k.tenant_id = ${actor.tenantId}::uuid and k.id = ${subject.api_key_id}::uuid`,
    );
    if (!key) throw new AppError("not_found", "API key not found");
    if (!key.is_live) throw new AppError("conflict", "This key has ended: it sees nothing any more");
    return { apiKeyId: subject.api_key_id, label: `API key ${key.name}` };
  }
  const { label, role_ids, permissions, ...reach } = subject.draft;
  return {
    label: `${label} (not saved)`,
    permissions: await draftPermissions(db, actor, role_ids, permissions),
    restrictedToAccounts: isRestricting(reach),
    accountIds: namedAccounts(reach).flatMap(({ id, includes_below }) => (includes_below ? [] : [id])),
    branchIds: namedAccounts(reach).flatMap(({ id, includes_below }) => (includes_below ? [id] : [])),
  };
}

async function memberName(db: ReadClient, actor: TenantActor, id: string): Promise<string> {
  const [member] = await db.rows<{ name: string; status: string; is_present: boolean }>(
    sql`select x.name, x.status, x.deleted_at is null as is_present from member_list x
        where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
  );
  if (!member) throw new AppError("not_found", "Member not found");
  if (member.status !== "active" || !member.is_present)
    throw new AppError("conflict", "This member is not active: they see nothing at present");
  return member.name;
}
