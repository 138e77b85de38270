import { AppError } from "../errors";
import { hashInvitationToken, INVITATION_DAYS, invitationLink, newInvitationToken } from "../invitation-token";
import type { Locale } from "../locale";
import { type ConstraintMessages, queueTenantMail, sql, type WriteClient } from "../tenant-db";
import { ownerMail } from "./owner-mail";

/** Why nobody can be invited as the first owner. */
export const OWNER_CONSTRAINTS: ConstraintMessages = {
  invitations_first_owner: () =>
    new AppError("conflict", "This tenant has an owner: its owners invite people themselves"),
  invitations_owner_role: () => new AppError("conflict", "This tenant has no role of owners"),
};

/**
 * Invites somebody as a tenant's first owner, inside a unit of work of the platform. The link goes out by mail only:
 * whoever is shown it could accept in the other's name. What the platform's staff sent before serves no more.
 */
export async function sendOwnerInvitation(
  db: WriteClient,
  tenantId: string,
  email: string,
  name: string | null,
): Promise<void> {
  const token = newInvitationToken();
  const [made] = await db.rows<{ id: string }>(
    sql`select app.invite_owner(${tenantId}::uuid, ${email}, ${name}, ${Buffer.from(hashInvitationToken(token))}::bytea,
      make_interval(days => ${INVITATION_DAYS})) as id`,
    "tenants_invite_owner",
  );
  const [words] = await db.rows<{ tenant_name: string; inviter_name: string; locale: Locale | null }>(
    sql`select t.name as tenant_name, app.context() ->> 'label' as inviter_name, app.invitation_locale(${made?.id}::uuid) as locale
        from tenants t where t.id = ${tenantId}::uuid`,
    "tenants_owner_words",
  );
  if (!words) throw new Error("the tenant is gone within its own transaction");
  const mail = ownerMail(words.locale, {
    tenantName: words.tenant_name,
    ownerName: name,
    inviterName: words.inviter_name,
    link: invitationLink(token),
  });
  await queueTenantMail(db, tenantId, { to: email, kind: "owner_invitation", ...mail });
}
