import type { TenantActor } from "../actor";
import { AppError, fieldError } from "../errors";
import { hashInvitationToken, INVITATION_DAYS, invitationLink, newInvitationToken } from "../invitation-token";
import type { Locale } from "../locale";
import { isRestricting, namedAccounts } from "../reach-input";
import { RIGHTS_CONSTRAINTS } from "../rights";
import {
  awaitRightsTurn,
  type ConstraintMessages,
  queueMail,
  requireReachToGive,
  requireRolesToGive,
  sql,
  tenantWrite,
  type WriteClient,
} from "../tenant-db";
import { invitationMail } from "./mail";
import { readInvitation } from "./queries";
import type { CreateInvitationInput, Invitation, SentInvitation } from "./schema";

const DAY_MS = 86_400_000;

const constraints: ConstraintMessages = {
  ...RIGHTS_CONSTRAINTS,
  invitations_open: () =>
    fieldError("email", "This address has an open invitation: send that one again", "already_exists"),
};

/**
 * Invites somebody by mail; the answer has the link, this once. Nobody invites to more than they hold: neither roles nor
 * accounts.
 * @throws AppError `already_exists` for a member or an address that was invited already; `validation_error` that names
 * the field with too much
 */
export async function createInvitation(actor: TenantActor, input: CreateInvitationInput): Promise<SentInvitation> {
  return tenantWrite(
    actor,
    "members:write",
    "invitations.create",
    async (db) => {
      await awaitRightsTurn(db);
      await refuseMembers(db, input.email);
      await requireRolesToGive(db, actor, input.role_ids);
      await requireReachToGive(db, actor, input);
      // One that nobody can accept any more makes room for the new one.
      await db.rows(
        sql`update invitations set revoked_at = now() where tenant_id = ${actor.tenantId}::uuid and lower(email) = lower(${input.email})
            and revoked_at is null and accepted_at is null and expires_at <= now()`,
        "invitations_replace",
      );
      const token = newInvitationToken();
      const { id } = await db.invitation.create({
        data: {
          tenantId: actor.tenantId,
          email: input.email,
          tokenHash: hashInvitationToken(token),
          restrictedToAccounts: isRestricting(input),
          expiresAt: new Date(Date.now() + INVITATION_DAYS * DAY_MS),
        },
        select: { id: true },
      });
      const scope = { tenantId: actor.tenantId, invitationId: id };
      await db.invitationRole.createMany({
        data: [...new Set(input.role_ids)].map((roleId) => ({ ...scope, roleId })),
      });
      const accounts = namedAccounts(input);
      if (accounts.length > 0)
        await db.invitationAccount.createMany({
          data: accounts.map((one) => ({ ...scope, accountId: one.id, includesBelow: one.includes_below })),
        });
      return send(db, actor, id, token);
    },
    { constraints },
  );
}

/**
 * Sends an open or expired invitation anew: with a new link, the old one serves no more. Whoever sends it answers for it.
 * @throws AppError `conflict` for one that was accepted or revoked; `forbidden` for one that gives more than the actor holds
 */
export async function resendInvitation(actor: TenantActor, input: { id: string }): Promise<SentInvitation> {
  return tenantWrite(
    actor,
    "members:write",
    "invitations.resend",
    async (db) => {
      const { email } = await lockPending(db, actor, input.id);
      await refuseMembers(db, email);
      const token = newInvitationToken();
      await db.invitation.updateMany({
        where: { id: input.id },
        data: {
          tokenHash: hashInvitationToken(token),
          sentAt: new Date(),
          expiresAt: new Date(Date.now() + INVITATION_DAYS * DAY_MS),
        },
      });
      return send(db, actor, input.id, token);
    },
    { constraints },
  );
}

/** Takes an invitation back: its link serves no more. Revoking twice is no error. @throws AppError `conflict` if accepted */
export async function revokeInvitation(actor: TenantActor, input: { id: string }): Promise<Invitation> {
  return tenantWrite(
    actor,
    "members:write",
    "invitations.revoke",
    async (db) => {
      await awaitRightsTurn(db);
      const invitation = await readInvitation(db, actor, input.id);
      if (invitation.state === "accepted") throw accepted();
      if (invitation.state !== "revoked")
        await db.invitation.updateMany({ where: { id: input.id }, data: { revokedAt: new Date() } });
      return readInvitation(db, actor, input.id);
    },
    { constraints },
  );
}

async function lockPending(db: WriteClient, actor: TenantActor, id: string): Promise<Invitation> {
  await awaitRightsTurn(db);
  const invitation = await readInvitation(db, actor, id);
  if (invitation.state === "accepted") throw accepted();
  if (invitation.state === "revoked")
    throw new AppError("conflict", "This invitation was revoked: invite the person anew");
  return invitation;
}

function accepted(): AppError {
  return new AppError("conflict", "This invitation was accepted already");
}

async function send(db: WriteClient, actor: TenantActor, id: string, token: string): Promise<SentInvitation> {
  const invitation = await readInvitation(db, actor, id);
  const [words] = await db.rows<{ tenant: string; locale: Locale | null }>(
    sql`select t.name as tenant, app.invitation_locale(${id}::uuid) as locale from tenants t where t.id = ${actor.tenantId}::uuid`,
    "invitations_words",
  );
  if (!words) throw new Error("the tenant is gone within its own transaction");
  const link = invitationLink(token);
  const mail = invitationMail(words.locale, {
    tenantName: words.tenant,
    inviterName: invitation.invited_by?.name ?? null,
    roleNames: invitation.roles.map(({ name }) => name),
    link,
  });
  await queueMail(db, { to: invitation.email, kind: "invitation", ...mail });
  return { invitation, link };
}

async function refuseMembers(db: WriteClient, email: string): Promise<void> {
  const [row] = await db.rows<{ is_member: boolean }>(
    sql`select app.member_exists(${email}) as is_member`,
    "invitations_is_member",
  );
  if (row?.is_member) throw fieldError("email", "This person is a member already", "already_exists");
}
