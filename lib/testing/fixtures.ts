import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { createAccount } from "@/lib/accounts/commands";
import { createAccountInput } from "@/lib/accounts/schema";
import type { ApiKeyActor, MemberActor, PlatformAdminActor, SystemActor } from "@/lib/actor";
import { hashApiKey } from "@/lib/api-key-secret";
import { createApiKey } from "@/lib/api-keys/commands";
import { createPaymentIntent } from "@/lib/payment-intents/commands";
import { createPaymentIntentInput } from "@/lib/payment-intents/schema";
import { ALL_PERMISSIONS, type BuiltInRole, type Permission } from "@/lib/permissions";
import { closeDoors, identity, tenantWrite } from "@/lib/tenant-db";
import { Door } from "@/lib/tenant-db/door";
import { useDoors } from "@/lib/tenant-db/pools";
import { databaseOfThisFile, type TestDatabase } from "./database";

export interface TestTenant {
  id: string;
  slug: string;
  /** Background work of this tenant: sees all, may all. */
  system: SystemActor;
  /** Where it lives. */
  database: TestDatabase;
}

/** A database for this file, with the application's doors opened on it. Call at the top of a `*.db.test.ts`. */
export function doorsOfThisFile({ poolMax = 4 } = {}): () => TestDatabase {
  const database = databaseOfThisFile();
  beforeAll(() => {
    const door = (role: "tenant" | "platform", url: string) =>
      new Door({ url, role, poolMin: 0, poolMax, namedStatements: true });
    useDoors({ tenant: door("tenant", database().tenantUrl), platform: door("platform", database().platformUrl) });
  });
  afterAll(closeDoors);
  return database;
}

/** Runs statements as the owner, who (here a superuser) sees through all policies: to show what is really there. */
export async function asOwner<T extends pg.QueryResultRow>(
  database: TestDatabase,
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** A tenant with the built-in roles, under a name that nobody else has. */
export async function createTenant(database: TestDatabase): Promise<TestTenant> {
  const slug = `t-${randomBytes(5).toString("hex")}`;
  const [row] = await asOwner<{ id: string }>(
    database,
    "select app.create_tenant($1, $2, null, 'standard', 'Hospitality') as id",
    [slug, `Tenant ${slug}`],
  );
  if (!row) throw new Error("no tenant was made");
  const system: SystemActor = {
    ...origin(),
    kind: "system",
    tenantId: row.id,
    permissions: new Set(ALL_PERMISSIONS),
    accountIds: null,
    job: "test",
  };
  return { id: row.id, slug, system, database };
}

export interface MemberOptions {
  role?: BuiltInRole;
  /** Gives a role of the tenant's own with exactly these, instead. */
  permissions?: readonly Permission[];
  /** Restricts the member to these accounts and everything below them. */
  accountIds?: string[];
  /** Restricts the member to these accounts by themselves. */
  onlyAccountIds?: string[];
}

/** A person with a live session and one role in the tenant. */
export async function createMember(
  database: TestDatabase,
  tenant: TestTenant,
  { role = "owner", permissions, accountIds, onlyAccountIds }: MemberOptions = {},
): Promise<MemberActor> {
  const email = `${randomUUID()}@example.com`;
  const [person] = await asOwner<{ id: string }>(database, "select app.create_user($1, 'Ann Example', null) as id", [
    email,
  ]);
  if (!person) throw new Error("no person was made");
  await tenantWrite(tenant.system, "members:write", "test.member", async (db) => {
    const { id: membershipId } = await db.membership.create({
      data: {
        tenantId: tenant.id,
        userId: person.id,
        restrictedToAccounts: (accountIds ?? onlyAccountIds) !== undefined,
      },
      select: { id: true },
    });
    const found = permissions
      ? await db.role.create({ data: { tenantId: tenant.id, name: randomUUID() }, select: { id: true } })
      : await db.role.findFirstOrThrow({ where: { key: role }, select: { id: true } });
    if (permissions?.length)
      await db.rolePermission.createMany({
        data: permissions.map((permission) => ({ tenantId: tenant.id, roleId: found.id, permission })),
      });
    await db.membershipRole.create({
      data: { tenantId: tenant.id, membershipId, roleId: found.id },
      select: { roleId: true },
    });
    const chosen = [
      ...(accountIds ?? []).map((accountId) => ({ accountId, includesBelow: true })),
      ...(onlyAccountIds ?? []).map((accountId) => ({ accountId, includesBelow: false })),
    ];
    if (chosen.length > 0)
      await db.membershipAccount.createMany({
        data: chosen.map((one) => ({ tenantId: tenant.id, membershipId, ...one })),
      });
  });
  const sessionId = await identity.openSession(person.id, "127.0.0.1", "test", 3600);
  const grant = await identity.findSessionGrant(sessionId, tenant.slug);
  if (!grant) throw new Error("the member has no session");
  const { userId, membershipId } = grant;
  return {
    ...origin(),
    kind: "member",
    tenantId: tenant.id,
    userId,
    membershipId,
    sessionId,
    permissions: grant.permissions,
    accountIds: grant.accountIds,
    pass: grant.passId === null ? null : { id: grant.passId, isConfirmed: true },
  };
}

/** A person of the platform's staff with a live session, in no tenant. */
export async function createPlatformAdmin(database: TestDatabase): Promise<PlatformAdminActor> {
  const [person] = await asOwner<{ id: string }>(database, "select app.create_user($1, 'Petra Platform', null) as id", [
    `${randomUUID()}@example.com`,
  ]);
  if (!person) throw new Error("no person was made");
  await asOwner(database, "select app.create_platform_admin($1)", [person.id]);
  const sessionId = await identity.openSession(person.id, "127.0.0.1", "test", 3600);
  return { ...origin(), kind: "platformAdmin", userId: person.id, sessionId };
}

/** An access key of the tenant; all permissions unless told. */
export async function createKey(
  tenant: TestTenant,
  {
    permissions = ALL_PERMISSIONS,
    accountIds = null,
    onlyAccountIds = null,
  }: { permissions?: Permission[]; accountIds?: string[] | null; onlyAccountIds?: string[] | null } = {},
): Promise<ApiKeyActor & { secret: string }> {
  const { secret } = await createApiKey(tenant.system, {
    name: "Test key",
    permissions,
    account_ids: onlyAccountIds,
    branch_ids: accountIds,
    expires_at: null,
  });
  const grant = await identity.findApiKeyGrant(hashApiKey(secret));
  if (!grant) throw new Error("the key was not stored");
  return {
    ...origin(),
    kind: "apiKey",
    tenantId: tenant.id,
    apiKeyId: grant.apiKeyId,
    permissions: grant.permissions,
    accountIds: grant.accountIds,
    pass: grant.passId === null ? null : { id: grant.passId, isConfirmed: true },
    secret,
  };
}

/** An account in EUR; its name is free. */
export async function makeAccount(
  tenant: TestTenant,
  given: { name?: string; parent_id?: string | null; currency?: string; metadata?: Record<string, unknown> } = {},
) {
  return createAccount(
    tenant.system,
    createAccountInput.parse({
      name: `Account ${randomBytes(4).toString("hex")}`,
      currency: "EUR",
      metadata: {},
      ...given,
    }),
  );
}

/** A payment intent of 100.00 EUR. */
export async function makePaymentIntent(tenant: TestTenant, account_id: string, given: Record<string, unknown> = {}) {
  return createPaymentIntent(
    tenant.system,
    createPaymentIntentInput.parse({ account_id, billing_amount: 10_000, billing_currency: "EUR", ...given }),
  );
}

function origin() {
  return { requestId: `test-${randomUUID()}`, ipAddress: "127.0.0.1", userAgent: "vitest" };
}
