import type { TenantActor } from "../actor";
import { AppError, fieldError } from "../errors";
import type { Permission } from "../permissions";
import { RIGHTS_CONSTRAINTS } from "../rights";
import { awaitRightsTurn, type ConstraintMessages, sql, tenantWrite, type WriteClient } from "../tenant-db";
import { readRole } from "./queries";
import type { CreateRoleInput, Role, UpdateRoleInput } from "./schema";

const constraints: ConstraintMessages = {
  ...RIGHTS_CONSTRAINTS,
  roles_name: () => fieldError("name", "A role with this name already exists", "already_exists"),
  rights_not_held: () => fieldError("permissions", "You cannot give a permission that you do not hold"),
};

/**
 * Makes a role of the tenant's own.
 * @throws AppError `already_exists` for a taken name; `validation_error` that names a permission which the actor does not hold
 */
export async function createRole(actor: TenantActor, input: CreateRoleInput): Promise<Role> {
  return tenantWrite(
    actor,
    "roles:write",
    "roles.create",
    async (db) => {
      refuseExcess(actor, input.permissions);
      const { id } = await db.role.create({
        data: { tenantId: actor.tenantId, name: input.name, description: input.description ?? "" },
        select: { id: true },
      });
      await addPermissions(db, actor, id, input.permissions);
      return readRole(db, actor, id);
    },
    { constraints },
  );
}

/**
 * Changes the fields that are present; `permissions` is the whole new set. Whoever has the role has the change at once.
 * @throws AppError `conflict` for a built-in role; `forbidden` for one that holds more than the actor does
 */
export async function updateRole(actor: TenantActor, input: UpdateRoleInput): Promise<Role> {
  return tenantWrite(
    actor,
    "roles:write",
    "roles.update",
    async (db) => {
      const before = await lockRole(db, actor, input.id);
      await db.role.updateMany({
        where: { id: input.id },
        data: {
          name: input.name,
          ...(input.description !== undefined && { description: input.description ?? "" }),
        },
      });
      if (input.permissions) await replacePermissions(db, actor, before, input.permissions);
      return readRole(db, actor, input.id);
    },
    { constraints },
  );
}

/**
 * Deletes a role that nobody has and no open invitation gives.
 * @throws AppError `conflict` that names who has it; for a built-in role likewise
 */
export async function deleteRole(actor: TenantActor, input: { id: string }): Promise<Role> {
  return tenantWrite(
    actor,
    "roles:write",
    "roles.delete",
    async (db) => {
      const role = await lockRole(db, actor, input.id);
      const names = await holdersOf(db, actor, input.id);
      if (names.length > 0)
        throw new AppError("conflict", `This role is in use by ${listed(names)}: take it away first`);
      await db.role.deleteMany({ where: { id: input.id } });
      return role;
    },
    { constraints },
  );
}

/** A role of the tenant's own, which nobody else changes from here on. */
async function lockRole(db: WriteClient, actor: TenantActor, id: string): Promise<Role> {
  await awaitRightsTurn(db);
  const role = await readRole(db, actor, id);
  if (role.key !== null) throw RIGHTS_CONSTRAINTS.roles_built_in();
  return role;
}

async function replacePermissions(db: WriteClient, actor: TenantActor, role: Role, wanted: readonly Permission[]) {
  const added = wanted.filter((name) => !role.permissions.includes(name));
  const removed = role.permissions.filter((name) => !wanted.includes(name));
  refuseExcess(actor, added);
  await addPermissions(db, actor, role.id, added);
  const remove = async (permissions: Permission[]) =>
    permissions.length > 0 &&
    (await db.rolePermission.deleteMany({ where: { roleId: role.id, permission: { in: permissions } } }));
  // Whoever takes this one from a role of their own can take nothing more after it.
  await remove(removed.filter((name) => name !== "roles:write"));
  await remove(removed.filter((name) => name === "roles:write"));
}

async function addPermissions(db: WriteClient, actor: TenantActor, roleId: string, permissions: readonly Permission[]) {
  if (permissions.length === 0) return;
  await db.rolePermission.createMany({
    data: [...new Set(permissions)].map((permission) => ({ tenantId: actor.tenantId, roleId, permission })),
  });
}

/** Members of any kind, and addresses of open invitations, that a role would be taken from. */
async function holdersOf(db: WriteClient, actor: TenantActor, roleId: string): Promise<string[]> {
  const rows = await db.rows<{ name: string }>(
    sql`select p.full_name || case when m.deleted_at is null then '' else ' (deactivated)' end as name
        from membership_roles mr join memberships m on m.tenant_id = mr.tenant_id and m.id = mr.membership_id
        join app.member_names() p on p.membership_id = m.id
        where mr.tenant_id = ${actor.tenantId}::uuid and mr.role_id = ${roleId}::uuid
        union all
        select 'an open invitation' from invitation_roles ir
        join invitations i on i.tenant_id = ir.tenant_id and i.id = ir.invitation_id
        where ir.tenant_id = ${actor.tenantId}::uuid and ir.role_id = ${roleId}::uuid
          and i.revoked_at is null and i.accepted_at is null and i.expires_at > now()
        order by name limit 50`,
    "roles_holders",
  );
  return rows.map(({ name }) => name);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

function refuseExcess(actor: TenantActor, permissions: readonly Permission[]): void {
  const missing = actor.kind === "system" ? undefined : permissions.find((name) => !actor.permissions.has(name));
  if (missing) throw fieldError("permissions", `You cannot give a permission that you do not hold: ${missing}`);
}
