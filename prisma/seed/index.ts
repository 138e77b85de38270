import { pathToFileURL } from "node:url";
import pg from "pg";
import type { SystemActor } from "../../lib/actor";
import { hashPassword } from "../../lib/auth/passwords";
import { ALL_PERMISSIONS } from "../../lib/permissions";
import { closeDoors, tenantWrite } from "../../lib/tenant-db";
import { seedAccounts } from "./accounts";
import { seedActivity } from "./activity";
import { DEMO_SIGN_INS, DEMO_TENANTS } from "./demo-sign-ins";
import { seedPayments } from "./payments";
import { seedProviderBooks } from "./provider-books";

const PAYMENT_COUNTS = { aurora: 1600, boreal: 300 } as const;

/**
 * Fills an empty database with the demo: two tenants, one sign-in per role, two platform admins, account trees and
 * payments. All synthetic. Runs through the same commands as the product, where the product has them.
 * @param ownerUrl connection string of the owner, who alone makes people and tenants outside the admin section
 */
export async function seed(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const actors = new Map<string, SystemActor>();
    for (const tenant of DEMO_TENANTS) actors.set(tenant.slug, await seedTenant(owner, tenant));
    const accounts = new Map<string, Map<string, string>>();
    for (const [slug, actor] of actors) accounts.set(slug, await seedAccounts(actor, slug));
    const userIds = await seedPeople(owner, actors, accounts);
    for (const { slug } of DEMO_TENANTS) {
      const actor = actors.get(slug);
      if (!actor) continue;
      await seedPayments(actor, PAYMENT_COUNTS[slug]);
      await seedProviderBooks(owner, actor);
    }
    await seedActivity(userIds);
  } finally {
    await owner.end();
    await closeDoors();
  }
}

async function seedTenant(owner: pg.Client, tenant: (typeof DEMO_TENANTS)[number]): Promise<SystemActor> {
  const { rows } = await owner.query<{ id: string }>("select app.create_tenant($1, $2, $3, 'premium', $4) as id", [
    tenant.slug,
    tenant.name,
    tenant.domain,
    tenant.template,
  ]);
  return {
    kind: "system",
    job: "demo seed",
    tenantId: idOf(rows),
    permissions: new Set(ALL_PERMISSIONS),
    accountIds: null,
    requestId: `seed-${tenant.slug}`,
    ipAddress: null,
    userAgent: null,
  };
}

async function seedPeople(
  owner: pg.Client,
  actors: ReadonlyMap<string, SystemActor>,
  accounts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Promise<Map<string, string>> {
  const userIds = new Map<string, string>();
  for (const { email, fullName, password, memberships } of DEMO_SIGN_INS) {
    const { rows } = await owner.query<{ id: string }>("select app.create_user($1, $2, $3) as id", [
      email,
      fullName,
      await hashPassword(password),
    ]);
    const userId = idOf(rows);
    userIds.set(email, userId);
    if (memberships.length === 0) await owner.query("select app.create_platform_admin($1)", [userId]);
    for (const { tenantSlug, role, account } of memberships) {
      const actor = actors.get(tenantSlug);
      const accountId = account && accounts.get(tenantSlug)?.get(account);
      if (!actor || (account && !accountId))
        throw new Error(`${email}: ${tenantSlug} or ${account} is not in the demo`);
      await addMember(actor, userId, role, accountId ?? null);
    }
  }
  return userIds;
}

async function addMember(actor: SystemActor, userId: string, role: string, accountId: string | null): Promise<void> {
  const { tenantId } = actor;
  await tenantWrite(actor, "members:write", "seed.member", async (db) => {
    const { id: membershipId } = await db.membership.create({
      data: { tenantId, userId, restrictedToAccounts: accountId !== null },
      select: { id: true },
    });
    const { id: roleId } = await db.role.findFirstOrThrow({ where: { key: role }, select: { id: true } });
    await db.membershipRole.create({ data: { tenantId, membershipId, roleId }, select: { roleId: true } });
    if (accountId)
      await db.membershipAccount.create({ data: { tenantId, membershipId, accountId }, select: { accountId: true } });
  });
}

function idOf(rows: { id: string }[]): string {
  const [row] = rows;
  if (!row) throw new Error("the database made no row");
  return row.id;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const ownerUrl = process.env.DATABASE_URL;
  if (!ownerUrl) throw new Error("DATABASE_URL (the owner's) is missing: npm start sets it.");
  await seed(ownerUrl);
}
