import type { CarriedPool } from "./carried-pool";
import { bookkeepingPool, platformDoor, tenantDoor } from "./pools";

const READY_TIMEOUT_MS = 2000;

/** True if both roles reach the database within two seconds. */
export async function databaseIsReady(): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), READY_TIMEOUT_MS).unref());
  // Not by the tenants' pool: a server that is busy is ready still.
  const reached = Promise.all([
    bookkeepingPool().query("select 1"),
    platformDoor().pool.withoutContext("select 1", []),
  ]);
  return Promise.race([
    late,
    reached.then(
      () => true,
      () => false,
    ),
  ]);
}

const UNSAFE_ROLE = `
  select r.rolname as role, r.rolsuper as superuser, r.rolbypassrls as bypasses,
    exists (select 1 from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owns,
    (select string_agg(p.rolname, ', ') from pg_roles p where p.oid <> r.oid and pg_has_role(r.oid, p.oid, 'member')) as member_of
  from pg_roles r where r.rolname = current_user`;

/**
 * Refuses to run with a login that could see through row-level security (design rule D1).
 * @throws Error with one sentence for the operator.
 */
export async function assertSafeRoles(): Promise<void> {
  await assertSafeRole(tenantDoor().pool, "tenant_user");
  await assertSafeRole(platformDoor().pool, "platform_admin");
}

async function assertSafeRole(pool: CarriedPool, expected: string): Promise<void> {
  const { rows } = await pool.withoutContext(UNSAFE_ROLE, []);
  const found = rows[0] as {
    role: string;
    superuser: boolean;
    bypasses: boolean;
    owns: boolean;
    member_of: string | null;
  };
  const wrong =
    (found.role !== expected && `logs in as ${found.role}`) ||
    (found.superuser && "is a superuser") ||
    (found.bypasses && "bypasses row-level security") ||
    (found.owns && "owns tables") ||
    (found.member_of && `is a member of ${found.member_of}`);
  if (wrong)
    throw new Error(`The connection meant for the role ${expected} ${wrong}. Correct the database URL or the role.`);
}
