import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { PlatformAdminActor } from "@/lib/actor";
import { parseListParams } from "@/lib/list-query";
import { writeRequestLogs } from "@/lib/tenant-db";
import { callApi } from "@/lib/testing/api";
import { makeDocument } from "@/lib/testing/documents";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { makeProcessedPayment } from "@/lib/testing/refunds";
import { COUNT_CAP } from "./names";
import { listTenants } from "./queries";
import { tenantList } from "./schema";
import { getTenantUsage } from "./usage";

const database = doorsOfThisFile();
let admin: PlatformAdminActor;

beforeAll(async () => {
  admin = await createPlatformAdmin(database());
});

const usageOf = (tenant: TestTenant) => getTenantUsage(admin, { id: tenant.id });
async function listed(tenant: TestTenant) {
  const { query } = parseListParams(tenantList, { name: tenant.slug }, { mode: "strict" });
  return (await listTenants(admin, query)).items[0];
}
const request = (tenant: TestTenant, apiKeyId: string, status: number, at = new Date()) => ({
  tenant_id: tenant.id,
  created_at: at.toISOString(),
  api_key_id: apiKeyId,
  user_id: null,
  method: "GET",
  path: "/api/v1/accounts",
  parameters: [],
  status,
  error_code: null,
  duration_ms: 3,
  request_id: randomUUID(),
  is_replay: false,
  ip_address: null,
  user_agent: null,
});

test("requests are counted by day as they are logged, and stay counted when the log forgets them", async () => {
  const tenant = await createTenant(database());
  const other = await createTenant(database());
  const [{ apiKeyId }, { apiKeyId: otherKey }] = [await createKey(tenant), await createKey(other)];
  const yesterday = new Date(Date.now() - 86_400_000);
  await writeRequestLogs([200, 200, 404, 500].map((status) => request(tenant, apiKeyId, status)));
  await writeRequestLogs([
    request(tenant, apiKeyId, 200),
    request(other, otherKey, 429),
    request(tenant, apiKeyId, 422, yesterday),
  ]);
  await asOwner(database(), "delete from request_logs where tenant_id = $1", [tenant.id]);
  const { requests } = await usageOf(tenant);
  expect(requests).toHaveLength(30);
  expect(requests.at(-1)).toEqual({
    day: new Date().toISOString().slice(0, 10),
    count: 5,
    client_errors: 1,
    server_errors: 1,
  });
  expect(requests.at(-2)).toMatchObject({ count: 1, client_errors: 1 });
  expect((await usageOf(other)).requests.at(-1)).toMatchObject({ count: 1, client_errors: 1, server_errors: 0 });
});

test("batches that are written at once are all counted", async () => {
  const tenant = await createTenant(database());
  const other = await createTenant(database());
  const [{ apiKeyId }, { apiKeyId: otherKey }] = [await createKey(tenant), await createKey(other)];
  const batches = Array.from({ length: 20 }, (_, n) => {
    const pair = [request(tenant, apiKeyId, 200), request(other, otherKey, 200)];
    return writeRequestLogs(n % 2 ? pair : pair.reverse());
  });
  await Promise.all(batches);
  for (const each of [tenant, other]) expect((await usageOf(each)).requests.at(-1)?.count).toBe(20);
});

test("volume is what was collected, by currency, never added up across them", async () => {
  const tenant = await createTenant(database());
  const account = await makeAccount(tenant);
  expect(await listed(tenant)).toMatchObject({ volume: [] });
  for (let n = 0; n < 2; n += 1) await makeProcessedPayment(tenant, account.id);
  await makeProcessedPayment(tenant, account.id, { billing_amount: 900_000, billing_currency: "JPY" });
  await makePaymentIntent(tenant, account.id);
  const volume = [
    { currency: "EUR", count: 2, amount: 20_000 },
    { currency: "JPY", count: 1, amount: 900_000 },
  ];
  expect(await listed(tenant)).toMatchObject({ volume });
  expect(await usageOf(tenant)).toMatchObject({ volume });
});

test("rows, storage, keys and people are counted, other tenants' left out", async () => {
  const tenant = await createTenant(database());
  const other = await createTenant(database());
  const member = await createMember(database(), tenant);
  await createMember(database(), other);
  const account = await makeAccount(tenant);
  await makePaymentIntent(tenant, account.id);
  await makeDocument(tenant);
  await createKey(tenant);
  const used = await createKey(tenant);
  const revoked = await createKey(tenant);
  await asOwner(database(), "update tenant_api_keys set last_used_at = null where tenant_id = $1 and id <> $2", [
    tenant.id,
    used.apiKeyId,
  ]);
  await asOwner(database(), "update tenant_api_keys set last_used_at = now() where id = $1", [used.apiKeyId]);
  await asOwner(database(), "update tenant_api_keys set revoked_at = now() where id = $1", [revoked.apiKeyId]);
  const [size] = await asOwner<{ bytes: number }>(
    database(),
    "select sum(size_bytes)::int as bytes from documents where tenant_id = $1",
    [tenant.id],
  );
  const usage = await usageOf(tenant);
  const rows = Object.fromEntries(usage.rows.map(({ kind, count }) => [kind, count]));
  expect(rows).toMatchObject({ payment_intents: 1, refunds: 0, documents: 1 });
  expect(rows.accounts).toBeGreaterThan(0);
  expect(rows.audit_logs).toBeGreaterThan(5);
  expect(usage).toMatchObject({
    storage: { files: 1, bytes: size?.bytes },
    api_keys: { live: 2, used: 1 },
    members: { active: 1, signed_in: 1 },
  });
  expect((await listed(tenant))?.last_active_at).not.toBeNull();
  expect(member.tenantId).toBe(tenant.id);
});

test("what the platform's staff and jobs do is not the tenant being active", async () => {
  const tenant = await createTenant(database());
  expect(await listed(tenant)).toMatchObject({ last_active_at: null });
  await callApi("PATCH", "/api/v1/admin/tenant", {
    token: admin,
    body: { id: tenant.id, domain: "a.example", reason: "Asked by phone" },
  });
  expect(await listed(tenant)).toMatchObject({ last_active_at: null });
});

test("counting stops where it would cost more than it tells", async () => {
  const tenant = await createTenant(database());
  const account = await makeAccount(tenant);
  await asOwner(
    database(),
    `insert into payment_intents (tenant_id, account_id, billing_amount, billing_currency, status)
      select $1, $2, 100, 'EUR', 'INITIALIZED' from generate_series(1, $3::int)`,
    [tenant.id, account.id, COUNT_CAP + 50],
  );
  const { rows } = await usageOf(tenant);
  expect(rows.find(({ kind }) => kind === "payment_intents")?.count).toBe(COUNT_CAP + 1);
});
