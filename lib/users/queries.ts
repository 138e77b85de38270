import type { PlatformAdminActor } from "../actor";
import { readOrigin } from "../address-country";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import type { Locale } from "../locale";
import { type ListSource, listPage, platformRead, type ReadClient, sql } from "../tenant-db";
import { type User, type UserSession, userList } from "./schema";

/** More than anybody reads; a person has a handful. */
const MAX_SESSIONS = 100;
/** The search within texts goes by groups of three characters. */
const MIN_INDEXED = 3;

const COLUMNS = sql`
  x.id, x.email, x.full_name, x.avatar_url, x.time_zone, x.google_id is not null as signs_in_with_google,
  exists (select 1 from platform_admins p where p.user_id = x.id) as is_platform_admin,
  app.second_factor_since(x.id) as second_factor_since,
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
    name: (value) => {
      if (value.kind !== "text") return null;
      // As PostgreSQL counts: characters, not units of UTF-16.
      return [...value.text].length < MIN_INDEXED
        ? sql`strpos(lower(x.email || ' ' || x.full_name), ${value.text}) > 0`
        : sql`x.id = any (array(select app.search_people(${value.text}, null)))`;
    },
    tenant: (value) =>
      value.kind === "uuid"
        ? sql`exists (select 1 from memberships m where m.tenant_id = any (${value.values}::uuid[]) and m.user_id = x.id
            and m.deleted_at is null)`
        : null,
    disabled: (value) =>
      value.kind === "boolean" ? (value.value ? sql`x.disabled_at is not null` : sql`x.disabled_at is null`) : null,
    platform_admin: (value) =>
      value.kind === "boolean"
        ? value.value
          ? sql`x.id in (select p.user_id from platform_admins p)`
          : sql`x.id <> all (array(select p.user_id from platform_admins p))`
        : null,
    second_factor: (value) =>
      value.kind === "boolean"
        ? value.value
          ? sql`x.id = any (array(select app.people_with_second_factor()))`
          : sql`x.id <> all (array(select app.people_with_second_factor()))`
        : null,
  },
};

/** One page of all people. @throws AppError `forbidden` for anybody but a platform admin */
export async function listUsers(admin: PlatformAdminActor, query: ListQuery<typeof userList>): Promise<Page<User>> {
  return platformRead(admin, (db) => listPage<User>(db, admin, SOURCE, query));
}

/** One person. @throws AppError `not_found` */
export async function getUser(admin: PlatformAdminActor, input: { id: string }): Promise<User> {
  return platformRead(admin, (db) => readUser(db, input.id));
}

/** The stored person inside a unit of work of the platform. @throws AppError `not_found` */
export async function readUser(db: ReadClient, id: string): Promise<User> {
  const [row] = await db.rows<User>(sql`select ${COLUMNS} from users x where x.id = ${id}::uuid`, "users_by_id");
  if (!row) throw new AppError("not_found", "User not found");
  return row;
}

/** The stored person, with the language of mails to them; null: not chosen. @throws AppError `not_found` */
export async function readUserToTell(db: ReadClient, id: string): Promise<{ user: User; locale: Locale | null }> {
  const [row] = await db.rows<User & { locale: Locale | null }>(
    sql`select ${COLUMNS}, x.locale from users x where x.id = ${id}::uuid`,
    "users_to_tell",
  );
  if (!row) throw new AppError("not_found", "User not found");
  const { locale, ...user } = row;
  return { user, locale };
}

/** A person's living sessions, those that were used last first. @throws AppError `not_found` for nobody's id */
export async function listUserSessions(
  admin: PlatformAdminActor,
  input: { id: string },
): Promise<{ items: UserSession[] }> {
  const items = await platformRead(admin, async (db) => {
    await readUser(db, input.id);
    return db.rows<Omit<UserSession, "device" | "network" | "country">>(
      sql`select x.id, x.user_agent, host(x.ip_address) as ip_address, x.second_factor_at is not null as has_second_factor,
            x.created_at, x.last_seen_at, x.expires_at
          from sessions x where x.user_id = ${input.id}::uuid and x.revoked_at is null and x.expires_at > now()
          order by x.last_seen_at desc, x.id limit ${MAX_SESSIONS}`,
      "user_sessions_list",
    );
  });
  return { items: await Promise.all(items.map(async (row) => ({ ...row, ...(await readOrigin(row)) }))) };
}
