import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { OperatorError } from "@/scripts/operator-error";
import { LOGIN_ROLES, type LoginRole, rolePassword, roleUrl } from "./urls";

/** Owner of the SECURITY DEFINER functions; nobody logs in as it. */
const DEFINER_ROLE = "bulkhead_definer";

const OLDEST_SERVER_VERSION = 150_000;

/** Limits of the login roles, so that a forgotten transaction or a bad query cannot hold the database. */
function roleSettings(serverVersion: number): Record<string, string> {
  return {
    statement_timeout: "15s",
    lock_timeout: "5s",
    idle_in_transaction_session_timeout: "15s",
    // Compiling costs hundreds of milliseconds where a plan's estimate is high; our statements run for a few.
    jit: "off",
    ...(serverVersion >= 170_000 ? { transaction_timeout: "30s" } : {}),
  };
}

/**
 * Makes the roles that the migrations name, or brings them in line. Roles belong to the whole server, so several
 * databases may be prepared at once: what another run has just done is looked at again.
 * @param secret passwords are derived from it; null leaves the passwords alone.
 */
export async function ensureRoles(owner: pg.Client, ownerUrl: string, secret: string | null): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await ensureRolesOnce(owner, ownerUrl, secret);
      return;
    } catch (error) {
      if (!isRace(error) || attempt === 20) throw explained(error);
      await sleep(Math.random() * 50 * attempt);
    }
  }
}

async function ensureRolesOnce(owner: pg.Client, ownerUrl: string, secret: string | null): Promise<void> {
  const version = await serverVersion(owner);
  const attributes = "nosuperuser nobypassrls nocreatedb nocreaterole noreplication noinherit";
  const wrong = await owner.query<{ rolname: string; is_right: boolean; rolconfig: string[] | null }>(
    `select rolname, rolconfig, not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication or rolinherit)
       and rolcanlogin = (rolname <> $1) as is_right
     from pg_roles where rolname = any ($2)`,
    [DEFINER_ROLE, [DEFINER_ROLE, ...LOGIN_ROLES]],
  );
  const known = new Map(wrong.rows.map((row) => [row.rolname, row]));
  for (const role of [DEFINER_ROLE, ...LOGIN_ROLES]) {
    const login = role === DEFINER_ROLE ? "nologin" : "login";
    const found = known.get(role);
    if (!found) await owner.query(`create role ${role} ${login} ${attributes}`);
    else if (!found.is_right) await owner.query(`alter role ${role} ${login} ${attributes}`);
  }
  for (const role of LOGIN_ROLES) {
    const has = new Set(known.get(role)?.rolconfig ?? []);
    for (const [name, value] of Object.entries(roleSettings(version))) {
      if (!has.has(`${name}=${value}`)) await owner.query(`alter role ${role} set ${name} = '${value}'`);
    }
    if (secret !== null && !(await canLogIn(roleUrl(ownerUrl, role, secret)))) await setPassword(owner, role, secret);
  }
  await joinDefiner(owner, version);
}

/** An owner who is no superuser must belong to the definer role to hand functions over to it. */
async function joinDefiner(owner: pg.Client, version: number): Promise<void> {
  const need = version >= 160_000 ? "SET" : "MEMBER";
  const { rows } = await owner.query<{ joined: boolean }>("select pg_has_role(current_user, $1, $2) as joined", [
    DEFINER_ROLE,
    need,
  ]);
  if (!rows[0]?.joined) await owner.query(`grant ${DEFINER_ROLE} to current_user`);
}

async function setPassword(owner: pg.Client, role: LoginRole, secret: string): Promise<void> {
  await owner.query(`alter role ${role} password ${pg.escapeLiteral(rolePassword(role, secret))}`);
}

/** True unless the server refuses the password: other faults are not for this place to judge. */
export async function canLogIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (sqlState(error) === "28P01" || sqlState(error) === "28000") return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Server version as a number such as 180004; refuses what is too old. */
export async function serverVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number; name: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_version') as name",
  );
  const version = rows[0]?.version ?? 0;
  if (version >= OLDEST_SERVER_VERSION) return version;
  throw new OperatorError(`PostgreSQL ${rows[0]?.name} is too old: Bulkhead needs PostgreSQL 15 or newer.`);
}

/** The SQLSTATE of a database error, or an empty text. */
function sqlState(error: unknown): string {
  return error instanceof pg.DatabaseError ? (error.code ?? "") : "";
}

function isRace(error: unknown): boolean {
  if (["42710", "23505", "40P01", "40001"].includes(sqlState(error))) return true;
  return error instanceof Error && /tuple concurrently (updated|deleted)/.test(error.message);
}

function explained(error: unknown): unknown {
  if (sqlState(error) !== "42501") return error;
  return new OperatorError(
    `The login in DATABASE_URL may not manage roles (${error instanceof Error ? error.message : ""}): ` +
      `use one with CREATEROLE, or let a superuser run: create role ${DEFINER_ROLE} nologin noinherit; ` +
      `${LOGIN_ROLES.map((role) => `create role ${role} login noinherit password '…';`).join(" ")} ` +
      `grant ${DEFINER_ROLE} to <that login>; and set TENANT_DATABASE_URL, PLATFORM_DATABASE_URL and JOBS_DATABASE_URL.`,
  );
}
