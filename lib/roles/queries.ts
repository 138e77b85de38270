import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { ALL_PERMISSIONS, PERMISSIONS } from "../permissions";
import { join, type ListSource, listPage, type ReadClient, sql, tenantRead } from "../tenant-db";
import { type PermissionEntry, type Role, type RoleChoice, roleList } from "./schema";

const COLUMNS = sql`
  x.id, x.key, x.name, x.description, x.grants_all,
  array(select p.name from permissions p where x.grants_all or exists (select 1 from role_permissions rp
    where rp.tenant_id = x.tenant_id and rp.role_id = x.id and rp.permission = p.name) order by p.name) as permissions,
  (select count(*)::int from membership_roles mr join memberships m on m.tenant_id = mr.tenant_id and m.id = mr.membership_id
    where mr.tenant_id = x.tenant_id and mr.role_id = x.id and m.status = 'active' and m.deleted_at is null) as member_count,
  x.created_at, x.updated_at`;

const SOURCE: ListSource = {
  definition: roleList,
  table: "roles",
  columns: COLUMNS,
  accountColumn: null,
  conditions: {
    name: (value) => (value.kind === "text" ? sql`strpos(lower(x.name), ${value.text}) > 0` : null),
    permission: (value) =>
      value.kind === "enum"
        ? sql`(x.grants_all or (${join(
            value.values.map(
              (name) => sql`exists (select 1 from role_permissions rp where rp.tenant_id = x.tenant_id
                and rp.role_id = x.id and rp.permission = ${name})`,
            ),
            " and ",
          )}))`
        : null,
  },
};

/** One page of the tenant's roles. */
export async function listRoles(actor: TenantActor, query: ListQuery<typeof roleList>): Promise<Page<Role>> {
  return tenantRead(actor, "roles:read", (db) => listPage<Role>(db, actor, SOURCE, query));
}

/** One role. @throws AppError `not_found` also for another tenant's. */
export async function getRole(actor: TenantActor, input: { id: string }): Promise<Role> {
  return tenantRead(actor, "roles:read", (db) => readRole(db, actor, input.id));
}

/** The stored role inside a running unit of work. */
export async function readRole(db: ReadClient, actor: TenantActor, id: string): Promise<Role> {
  const [row] = await db.rows<Role>(
    sql`select ${COLUMNS} from roles x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid`,
    "roles_by_id",
  );
  if (!row) throw new AppError("not_found", "Role not found");
  return row;
}

/** More roles than any tenant has, and than a matrix shows. */
const MAX_CHOICES = 200;

/** All roles, built-in ones first, and which of them the actor could give. */
export async function listRoleChoices(actor: TenantActor): Promise<RoleChoice[]> {
  return tenantRead(actor, "roles:read", (db) =>
    db.rows<RoleChoice>(
      sql`select ${COLUMNS}, app.may_give_role(x.id) as may_give from roles x where x.tenant_id = ${actor.tenantId}::uuid
          order by x.key is null, x.grants_all desc, array_position(array['owner', 'administrator'], x.key), lower(x.name)
          limit ${MAX_CHOICES}`,
      "roles_choices",
    ),
  );
}

/** The whole vocabulary of permissions, and which of them the actor holds. */
export function listPermissions(actor: Pick<TenantActor, "permissions">): { items: PermissionEntry[] } {
  return {
    items: ALL_PERMISSIONS.map((name) => ({
      name,
      description: PERMISSIONS[name],
      is_held: actor.permissions.has(name),
    })),
  };
}
