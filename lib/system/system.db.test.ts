import { beforeAll, describe, expect, test } from "vitest";
import type { PlatformAdminActor } from "@/lib/actor";
import { env } from "@/lib/env";
import { system } from "@/lib/system/schema";
import { queueMail, sql, tenantRead, tenantWrite } from "@/lib/tenant-db";
import { callApi } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { failedJobOf } from "@/lib/testing/system";
import { makeWebhookEndpoint } from "@/lib/testing/webhooks";
import { getSystem } from "./queries";

const database = doorsOfThisFile();
let tenant: TestTenant;
let admin: PlatformAdminActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  admin = await createPlatformAdmin(database());
});

describe("the system page", () => {
  test("tells of the server what the server itself says, in the form that is declared", async () => {
    const answer = await callApi("GET", "/api/v1/admin/system", { token: admin });
    expect(answer.status, answer.text).toBe(200);
    expect(system.parse(answer.body)).toEqual(answer.body);
    const [truth] = await asOwner<{ version: string; limit: number; tables: number }>(
      database(),
      `select current_setting('server_version') as version, current_setting('max_connections')::int as "limit"`,
    );
    expect(answer.body.database).toMatchObject({
      version: truth?.version,
      connections: { limit: truth?.limit },
      replication: { is_standby: false, standbys: 0, slots: [] },
      // Not loaded on the test server: said, not made up.
      slow_statements: null,
    });
    expect(answer.body.database.size_bytes).toBeGreaterThan(1_000_000);
    const roles = answer.body.database.connections.by_role.map(({ role }: { role: string }) => role);
    expect(roles).toEqual(expect.arrayContaining(["tenant_user", "platform_admin"]));
    expect(answer.body.versions).toMatchObject({ node: process.versions.node, postgres: truth?.version });
  });

  test("lists the applied migrations, none pending and none edited", async () => {
    const { migrations } = await getSystem(admin);
    const applied = await asOwner(database(), "select migration_name from _prisma_migrations");
    expect(migrations.has_files).toBe(true);
    expect(migrations.items.filter(({ state }) => state === "applied")).toHaveLength(applied.length);
    expect(migrations.items.filter(({ state }) => state !== "applied")).toEqual([]);
    expect(migrations.items[0]?.applied_at).toMatch(/Z$/);
  });

  test("counts jobs by task, mails, and webhooks that go out, as they change", async () => {
    const before = await getSystem(admin);
    await failedJobOf(tenant, "Error: x", "jobs.counted");
    await failedJobOf(tenant, "Error: x", "payments.apply_event");
    await tenantWrite(tenant.system, null, "test", (db) =>
      queueMail(db, { to: "a@example.com", subject: "Hello", text: "x", kind: "test" }),
    );
    await makeWebhookEndpoint(tenant);
    const after = await getSystem(admin);
    expect(after.jobs.tasks.find(({ task }) => task === "jobs.counted")).toMatchObject({ failed: 1, waiting: 0 });
    expect(after.jobs.tasks.find(({ task }) => task === "mails.send")).toMatchObject({
      waiting: 1,
      oldest_waiting_at: expect.stringMatching(/Z$/),
    });
    expect(after.mails.queued).toBe(before.mails.queued + 1);
    expect(after.mails.oldest_queued_at).toMatch(/Z$/);
    expect(after.inbound_webhooks.failed).toBe(before.inbound_webhooks.failed + 1);
    expect(after.outbound_webhooks.endpoints_enabled).toBe(before.outbound_webhooks.endpoints_enabled + 1);
    expect(after.jobs.worker_connections).toBe(0);
  });

  test("sees the pools at work, and the oldest transaction", async () => {
    const seen = await tenantWrite(tenant.system, null, "test", async (db) => {
      await db.rows(sql`select pg_sleep(0.05)`);
      return getSystem(admin);
    });
    expect(seen.pools.find(({ name }) => name === "tenant")).toMatchObject({ max: 4, per_tenant: 2 });
    expect(seen.pools.find(({ name }) => name === "tenant")?.in_use).toBeGreaterThanOrEqual(1);
    const oldest = seen.database.oldest_transactions.find(({ role }) => role === "tenant_user");
    expect(oldest?.seconds).toBeGreaterThan(0.04);
  });

  test("holds no secret, no address and nothing of a tenant", async () => {
    const text = JSON.stringify(await getSystem(admin));
    const { appSecret, tenantDatabaseUrl, platformDatabaseUrl } = env();
    for (const secret of [appSecret, tenantDatabaseUrl, platformDatabaseUrl, database().ownerUrl])
      expect(text).not.toContain(secret);
    expect(text).not.toContain(tenant.slug);
    expect(text).not.toContain(tenant.id);
  });

  test("is closed to everybody else, over the API and in SQL", async () => {
    for (const token of [await createMember(database(), tenant), await createKey(tenant)])
      expect((await callApi("GET", "/api/v1/admin/system", { token })).status).toBe(403);
    for (const call of [sql`app.traffic_counts()`, sql`app.applied_migrations()`, sql`app.job_load()`])
      await expect(tenantRead(tenant.system, null, (db) => db.rows(sql`select ${call}`))).rejects.toThrow(
        /permission denied/,
      );
    const stranger = { ...admin, sessionId: crypto.randomUUID() };
    await expect(getSystem(stranger)).rejects.toMatchObject({ code: "token_expired" });
  });
});
