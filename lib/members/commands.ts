import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { isRestricting, namedAccounts } from "../reach-input";
import { RIGHTS_CONSTRAINTS } from "../rights";
import {
  awaitRightsTurn,
  type ConstraintMessages,
  requireReachToGive,
  requireRolesToGive,
  tenantWrite,
  type WriteClient,
} from "../tenant-db";
import { readMember } from "./queries";
import type { Member, SetMemberRolesInput, UpdateMemberInput } from "./schema";

const constraints: ConstraintMessages = {
  ...RIGHTS_CONSTRAINTS,
  memberships_user: () => new AppError("conflict", "This person is a member again already"),
};

/**
 * Gives a member exactly these roles; those that stay keep who gave them and when.
 * @throws AppError `validation_error` that names a role which is too much to give; `forbidden` for a member who holds more
 * than the actor; `conflict` for the last owner
 */
export async function setMemberRoles(actor: TenantActor, input: SetMemberRolesInput): Promise<Member> {
  return tenantWrite(
    actor,
    "roles:write",
    "members.set_roles",
    async (db) => {
      const before = await lockMember(db, actor, input.id);
      const held = before.roles.map(({ id }) => id);
      const added = [...new Set(input.role_ids)].filter((id) => !held.includes(id));
      const removed = held.filter((id) => !input.role_ids.includes(id));
      await requireRolesToGive(db, actor, added);
      // First the new ones: whoever changes the own roles still holds what it takes.
      if (added.length > 0)
        await db.membershipRole.createMany({
          data: added.map((roleId) => ({ tenantId: actor.tenantId, membershipId: input.id, roleId })),
        });
      if (removed.length > 0)
        await db.membershipRole.deleteMany({ where: { membershipId: input.id, roleId: { in: removed } } });
      return readMember(db, actor, input.id);
    },
    { constraints },
  );
}

/** Restricts a member to accounts and branches, or lifts the restriction; what is absent stays. */
export async function updateMember(actor: TenantActor, input: UpdateMemberInput): Promise<Member> {
  return tenantWrite(
    actor,
    "members:write",
    "members.update",
    async (db) => {
      const before = await lockMember(db, actor, input.id);
      if (input.account_ids === undefined && input.branch_ids === undefined) return before;
      const reach = { account_ids: input.account_ids ?? null, branch_ids: input.branch_ids ?? null };
      await requireReachToGive(db, actor, reach);
      const wanted = namedAccounts(reach);
      const isSame = (one: { id: string; includes_below: boolean }, other: typeof one) =>
        one.id === other.id && one.includes_below === other.includes_below;
      const removed = before.accounts.filter((one) => !wanted.some((other) => isSame(one, other)));
      const added = wanted.filter((one) => !before.accounts.some((other) => isSame(one, other)));
      await db.membership.updateMany({ where: { id: input.id }, data: { restrictedToAccounts: isRestricting(reach) } });
      if (removed.length > 0)
        await db.membershipAccount.deleteMany({
          where: { membershipId: input.id, accountId: { in: removed.map(({ id }) => id) } },
        });
      if (added.length > 0)
        await db.membershipAccount.createMany({
          data: added.map(({ id, includes_below }) => ({
            tenantId: actor.tenantId,
            membershipId: input.id,
            accountId: id,
            includesBelow: includes_below,
          })),
        });
      return readMember(db, actor, input.id);
    },
    { constraints },
  );
}

/** Shuts a member out from the next request on. Roles and restriction are kept, and restoring brings them back. */
export async function deactivateMember(actor: TenantActor, input: { id: string }): Promise<Member> {
  return setLife(actor, input.id, "members.deactivate", { status: "deactivated", deletedAt: new Date() });
}

/** Lets a deactivated member in again, with the roles and restriction from before. */
export async function restoreMember(actor: TenantActor, input: { id: string }): Promise<Member> {
  return setLife(actor, input.id, "members.restore", { status: "active", deletedAt: null });
}

async function setLife(
  actor: TenantActor,
  id: string,
  operation: string,
  life: { status: Member["status"]; deletedAt: Date | null },
): Promise<Member> {
  return tenantWrite(
    actor,
    "members:write",
    operation,
    async (db) => {
      const { count } = await db.membership.updateMany({
        where: { id, deletedAt: life.deletedAt === null ? { not: null } : null },
        data: life,
      });
      if (count === 0) throw new AppError("not_found", "Member not found");
      return readMember(db, actor, id);
    },
    { constraints },
  );
}

/** A present member, whom nobody else changes from here on. */
async function lockMember(db: WriteClient, actor: TenantActor, id: string): Promise<Member> {
  await awaitRightsTurn(db);
  const member = await readMember(db, actor, id);
  if (member.deleted_at !== null)
    throw new AppError("conflict", "This member is deactivated: restore the member first");
  return member;
}
