import type { TenantActor } from "../actor";
import { fieldError } from "../errors";
import type { Permission } from "../permissions";
import { type ReadClient, sql } from "../tenant-db";

/** All that the roles and permissions of a draft come to. @throws AppError that names an unknown role */
export async function draftPermissions(
  db: ReadClient,
  actor: TenantActor,
  roleIds: readonly string[],
  permissions: readonly Permission[],
): Promise<Permission[]> {
  const found = await db.rows<{ id: string; permissions: Permission[] }>(
    sql`select r.id, array(select p.name from permissions p where r.grants_all or exists (select 1 from role_permissions rp
          where rp.tenant_id = r.tenant_id and rp.role_id = r.id and rp.permission = p.name)) as permissions
        from roles r where r.tenant_id = ${actor.tenantId}::uuid and r.id = any (${[...roleIds]}::uuid[])`,
  );
  if (found.length !== new Set(roleIds).size) throw fieldError("role_ids", "One of the roles does not exist");
  return [...new Set([...found.flatMap((role) => role.permissions), ...permissions])].sort();
}
