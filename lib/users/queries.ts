import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, platformRead, sql } from "../tenant-db";
import { type User, userList } from "./schema";

const COLUMNS = sql`
  x.id, x.email, x.full_name, x.avatar_url, x.time_zone, x.google_id is not null as signs_in_with_google,
  exists (select 1 from platform_admins p where p.user_id = x.id) as is_platform_admin,
  coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'member_status', m.status,
      'roles', array(select r.name from membership_roles mr join roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
        where mr.tenant_id = m.tenant_id and mr.membership_id = m.id order by r.name)) order by t.name)
    from memberships m join tenants t on t.id = m.tenant_id
    where m.user_id = x.id and m.deleted_at is null), '[]') as tenants,
  x.last_login, x.disabled_at, x.created_at, x.updated_at`;

const SOURCE: ListSource = {
  definition: userList,
  table: "users",
  columns: COLUMNS,
  accountColumn: null,
  conditions: {
    name: (value) =>
      value.kind === "text"
        ? sql`(strpos(lower(x.full_name), ${value.text}) > 0 or strpos(lower(x.email), ${value.text}) > 0)`
        : null,
    tenant: (value) =>
      value.kind === "uuid"
        ? sql`exists (select 1 from memberships m where m.tenant_id = any (${value.values}::uuid[]) and m.user_id = x.id
            and m.deleted_at is null)`
        : null,
    disabled: (value) =>
      value.kind === "boolean" ? (value.value ? sql`x.disabled_at is not null` : sql`x.disabled_at is null`) : null,
  },
};

/** One page of all people. @throws AppError `forbidden` for anybody but a platform admin */
export async function listUsers(admin: PlatformAdminActor, query: ListQuery<typeof userList>): Promise<Page<User>> {
  return platformRead(admin, (db) => listPage<User>(db, admin, SOURCE, query));
}

/** One person. @throws AppError `not_found` */
export async function getUser(admin: PlatformAdminActor, input: { id: string }): Promise<User> {
  const [row] = await platformRead(admin, (db) =>
    db.rows<User>(sql`select ${COLUMNS} from users x where x.id = ${input.id}::uuid`, "users_by_id"),
  );
  if (!row) throw new AppError("not_found", "User not found");
  return row;
}
