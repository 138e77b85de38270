import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { ApiKeyActor, MemberActor, TenantActor } from "@/lib/actor";
import { type ParameterInput, parseListParams } from "@/lib/list-query";
import { logger } from "@/lib/logger";
import { purgeBookkeeping, writeRequestLogs } from "@/lib/tenant-db";
import { tenantDoor, useDoors } from "@/lib/tenant-db/pools";
import { callApi } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { flushRequestLog, noteRequest } from "./commands";
import { listRequestLogs } from "./queries";
import { requestLogList } from "./schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let key: ApiKeyActor & { secret: string };
let owner: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  key = await createKey(tenant);
  owner = await createMember(database(), tenant);
});

async function listed(actor: TenantActor, params: ParameterInput = {}) {
  await flushRequestLog();
  const { query } = parseListParams(requestLogList, params, { mode: "strict" });
  return (await listRequestLogs(actor, query)).items;
}

const entryOf = (actor: ApiKeyActor) => ({
  tenant_id: actor.tenantId,
  created_at: new Date().toISOString(),
  api_key_id: actor.apiKeyId as string | null,
  user_id: null as string | null,
  method: "GET",
  path: "/api/v1/accounts",
  parameters: [] as string[],
  status: 200,
  error_code: null,
  duration_ms: 1,
  request_id: `test-${randomUUID()}`,
  is_replay: false,
  ip_address: null,
  user_agent: null,
});

describe("a request", () => {
  test("leaves who asked, what, and how it was answered, and no value of any parameter", async () => {
    const requestId = `test-${randomUUID()}`;
    const address = "/api/v1/payment_intents?customer_email=ann@example.com&metadata[room]=hunter2&ann@example.com=1";
    const answer = await callApi("GET", address, {
      token: key,
      headers: { "x-request-id": requestId, "user-agent": "booking-engine/2.1" },
    });
    expect(answer.status).toBe(422);
    const [entry] = await listed(owner, { request_id: requestId });
    expect(entry).toMatchObject({
      method: "GET",
      path: "/api/v1/payment_intents",
      parameters: ["customer_email", "metadata", "?"],
      status: 422,
      error_code: "validation_error",
      request_id: requestId,
      is_replay: false,
      api_key: { id: key.apiKeyId, name: "Test key" },
      user_id: null,
      user_agent: "booking-engine/2.1",
    });
    const stored = await asOwner(database(), "select to_jsonb(r) as row from request_logs r");
    expect(JSON.stringify(stored)).not.toMatch(/example\.com|hunter2|bh_sk/);
  });

  test("by session token is the person's; one without a valid token is nobody's", async () => {
    const [mine, nobodys] = [`test-${randomUUID()}`, `test-${randomUUID()}`];
    await callApi("GET", "/api/v1/whoami", { token: owner, headers: { "x-request-id": mine } });
    await callApi("GET", "/api/v1/whoami", { token: "nonsense", headers: { "x-request-id": nobodys } });
    expect(await listed(owner, { request_id: mine })).toMatchObject([
      { user_id: owner.userId, user_name: "Ann Example", api_key: null, status: 200, error_code: null },
    ]);
    expect(await listed(owner, { request_id: nobodys })).toEqual([]);
  });

  test("answered from an idempotency key says so", async () => {
    const body = { name: randomUUID(), currency: "EUR" };
    for (let n = 0; n < 2; n += 1)
      await callApi("POST", "/api/v1/account", { token: key, body, headers: { "idempotency-key": body.name } });
    const entries = await listed(owner, { method: "POST", path: "/api/v1/account" });
    expect(entries.map(({ is_replay, status }) => [is_replay, status])).toEqual([
      [true, 201],
      [false, 201],
    ]);
  });
});

test("the list is filtered by key, person, method, class of status, address, request and time", async () => {
  const mine = await createTenant(database());
  const [one, two] = [await createKey(mine), await createKey(mine)];
  const person = await createMember(database(), mine);
  await callApi("GET", "/api/v1/whoami", { token: one });
  await callApi("GET", "/api/v1/account?id=1", { token: two });
  await callApi("GET", "/api/v1/accounts", { token: person });
  const paths = async (params: ParameterInput) =>
    (await listed(person, params)).map(({ path }) => path.slice(8)).sort();
  expect(await paths({})).toEqual(["account", "accounts", "whoami"]);
  expect(await paths({ api_key: one.apiKeyId })).toEqual(["whoami"]);
  expect(await paths({ user: person.userId })).toEqual(["accounts"]);
  expect(await paths({ method: "GET" })).toHaveLength(3);
  expect(await paths({ method: "POST" })).toEqual([]);
  expect(await paths({ status: "4xx" })).toEqual(["account"]);
  expect(await paths({ path: "/api/v1/accounts" })).toEqual(["accounts"]);
  expect(await paths({ created_from: new Date(Date.now() - 60_000).toISOString() })).toHaveLength(3);
  expect(await paths({ created_to: new Date(Date.now() - 60_000).toISOString() })).toEqual([]);
});

describe("who sees it", () => {
  test("nobody of another tenant, and nobody without api_keys:read", async () => {
    await callApi("GET", "/api/v1/whoami", { token: key });
    expect((await listed(owner)).length).toBeGreaterThan(0);
    const other = await createMember(database(), await createTenant(database()));
    expect(await listed(other)).toEqual([]);
    expect(await listed(other, { api_key: key.apiKeyId })).toEqual([]);
    const without = await createKey(tenant, { permissions: ["accounts:read"] });
    expect((await callApi("GET", "/api/v1/request_logs", { token: without })).status).toBe(403);
  });

  test("a restricted member or key sees the own requests and those of keys within its accounts", async () => {
    const [inside, outside] = [await makeAccount(tenant), await makeAccount(tenant)];
    const within = await createKey(tenant, { accountIds: [inside.id] });
    const beyond = await createKey(tenant, { accountIds: [outside.id] });
    const restricted = await createMember(database(), tenant, { accountIds: [inside.id] });
    for (const token of [within, beyond, key, restricted, owner]) await callApi("GET", "/api/v1/accounts", { token });
    const seen = async (actor: TenantActor) =>
      new Set((await listed(actor)).map(({ api_key, user_id }) => api_key?.id ?? user_id));
    expect(await seen(restricted)).toEqual(new Set([within.apiKeyId, restricted.userId]));
    expect(await seen(within)).toEqual(new Set([within.apiKeyId]));
    const all = await seen(owner);
    for (const id of [beyond.apiKeyId, key.apiKeyId, owner.userId]) expect(all).toContain(id);
  });
});

test("entries whose key or person is not of their tenant are not written", async () => {
  const other = await createTenant(database());
  const stranger = await createMember(database(), other);
  const good = entryOf(key);
  await writeRequestLogs([
    good,
    { ...entryOf(key), tenant_id: other.id },
    { ...entryOf(key), api_key_id: null, user_id: stranger.userId },
    { ...entryOf(key), api_key_id: null },
    { ...entryOf(key), api_key_id: randomUUID() },
  ]);
  const rows = await asOwner<{ request_id: string }>(
    database(),
    "select request_id from request_logs where path = '/api/v1/accounts' and duration_ms = 1 and user_agent is null and tenant_id in ($1, $2) and request_id like 'test-%' and ip_address is null",
    [tenant.id, other.id],
  );
  expect(rows.filter(({ request_id }) => request_id === good.request_id)).toHaveLength(1);
  expect(await listed(stranger)).toEqual([]);
});

test("entries wait for a database that is out of reach; beyond the bound they are lost, and counted", async () => {
  const quiet = await createTenant(database());
  const token = await createKey(quiet);
  await flushRequestLog();
  // The first 500 are on their way when the rest comes.
  const good = tenantDoor();
  useDoors({ tenant: null });
  for (let n = 0; n < 10_600; n += 1) noteRequest(entryOf(token));
  await flushRequestLog();
  const lost = vi.spyOn(logger, "error");
  useDoors({ tenant: good });
  await flushRequestLog();
  const [row] = await asOwner<{ count: number }>(
    database(),
    "select count(*)::int as count from request_logs where tenant_id = $1",
    [quiet.id],
  );
  expect(row?.count).toBe(10_500);
  expect(lost).toHaveBeenCalledWith(expect.objectContaining({ lost: 100 }), expect.any(String));
  lost.mockRestore();
});

test("the purge takes what is older than the days, and nothing younger", async () => {
  const old = { ...entryOf(key), created_at: new Date(Date.now() - 31 * 86_400_000).toISOString() };
  const young = { ...entryOf(key), created_at: new Date(Date.now() - 29 * 86_400_000).toISOString() };
  await writeRequestLogs([old, young]);
  await purgeBookkeeping(30);
  expect(await listed(owner, { request_id: old.request_id })).toEqual([]);
  expect(await listed(owner, { request_id: young.request_id })).toHaveLength(1);
});
