import { createHash } from "node:crypto";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { env } from "@/lib/env";
import { countAnonymous } from "@/lib/http/rate-limits";
import { SharedLimit } from "@/lib/http/shared-limit";
import { callApi } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;

beforeAll(async () => {
  tenant = await createTenant(database());
});
beforeEach(() => limits({ key: 3, tenant: 0, address: 0 }));
afterEach(() => void vi.restoreAllMocks());

const limits = (given: { key: number; tenant: number; address: number }) =>
  void vi.spyOn(env(), "rateLimits", "get").mockReturnValue(given);
const whoami = (token: Parameters<typeof callApi>[2] extends infer C ? NonNullable<C> : never) =>
  callApi("GET", "/api/v1/whoami", token);

test("a key beyond its limit is told when to come back; another key of the tenant is served", async () => {
  const token = await createKey(tenant);
  const answers = [];
  for (let n = 0; n < 4; n += 1) answers.push(await whoami({ token }));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(answers.map(({ headers }) => headers.get("x-ratelimit-remaining"))).toEqual(["2", "1", "0", "0"]);
  const [first, refused] = [answers[0], answers[3]];
  expect(first?.headers.get("ratelimit-policy")).toBe('"key";q=3;w=60');
  expect(first?.headers.get("ratelimit")).toMatch(/^"key";r=2;t=(60|59)$/);
  expect(first?.headers.get("x-ratelimit-limit")).toBe("3");
  const reset = Number(first?.headers.get("x-ratelimit-reset")) - Date.now() / 1000;
  expect(reset).toBeGreaterThan(50);
  expect(reset).toBeLessThan(62);
  expect(refused?.body).toMatchObject({ code: "rate_limited", detail: expect.stringContaining("3 a minute") });
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(50);
  expect((await whoami({ token: await createKey(tenant) })).status).toBe(200);
});

test("a wrong request counts as well, and its answer tells the standing", async () => {
  const token = await createKey(tenant);
  const answer = await callApi("GET", "/api/v1/account?id=1", { token });
  expect(answer.status).toBe(422);
  expect(answer.headers.get("x-ratelimit-remaining")).toBe("2");
});

test("all keys of a tenant together have a limit; another tenant does not feel it", async () => {
  limits({ key: 3, tenant: 4, address: 0 });
  const noisy = await createTenant(database());
  const [one, two] = [await createKey(noisy), await createKey(noisy)];
  const statuses = [];
  for (const token of [one, two, one, two, one, two]) statuses.push((await whoami({ token })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  const both = await whoami({ token: await createMember(database(), noisy) });
  expect(both.status).toBe(429);
  expect(both.headers.get("ratelimit-policy")).toBe('"key";q=3;w=60, "tenant";q=4;w=60');
  expect((await whoami({ token: await createKey(tenant) })).status).toBe(200);
});

test("an address that tries tokens is slowed down, and its own good token still works", async () => {
  vi.spyOn(env(), "trustedProxies", "get").mockReturnValue(1);
  limits({ key: 100, tenant: 0, address: 2 });
  const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
  const tries = [];
  for (let n = 0; n < 3; n += 1) tries.push((await whoami({ token: "nonsense", ...from("203.0.113.1") })).status);
  expect(tries).toEqual([401, 401, 429]);
  expect((await whoami(from("203.0.113.1"))).status).toBe(429);
  expect((await callApi("GET", "/api/v1/public/status", from("203.0.113.1"))).status).toBe(429);
  expect((await whoami({ token: "nonsense", ...from("203.0.113.2") })).status).toBe(401);
  expect((await whoami({ token: await createKey(tenant), ...from("203.0.113.1") })).status).toBe(200);
  expect(() => countAnonymous(null, {})).not.toThrow();
});

test("processes count together in PostgreSQL, where keys are hashes only", async () => {
  const processes = [0, 1].map(() => new SharedLimit({ points: 4, windowSeconds: 60 }));
  const name = createHash("sha256").update("together").digest("base64url");
  const shared = async () => {
    const sql = "select points from app.rate_limits where key like '%' || $1";
    return (await asOwner<{ points: number }>(database(), sql, [name]))[0]?.points;
  };
  for (const [turn, limit] of [...processes, ...processes].entries()) {
    expect(limit.take("together").isAllowed).toBe(true);
    await vi.waitFor(async () => expect(await shared()).toBe(turn + 1), { timeout: 10_000 });
  }
  // Whoever counted last has heard of all the others.
  expect(processes[1]?.take("together").isAllowed).toBe(false);
  const rows = await asOwner<{ key: string }>(database(), "select key from app.rate_limits");
  for (const { key } of rows) expect(key).toMatch(/^:?[A-Za-z0-9_-]{43}$/);
});

test("windows that are over are purged", async () => {
  await asOwner(database(), "insert into app.rate_limits values ('old', 1, 1)");
  await asOwner(database(), "select app.purge_rate_limits()");
  expect(await asOwner(database(), "select 1 from app.rate_limits where key = 'old'")).toEqual([]);
});
