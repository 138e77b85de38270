import { randomUUID } from "node:crypto";
import pg from "pg";
import type { ReactNode } from "react";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { MemberActor, PlatformAdminActor } from "@/lib/actor";
import { SESSION_COOKIE, signSessionToken } from "@/lib/auth/session-token";
import * as envModule from "@/lib/env";
import type { ActionResult } from "@/lib/http/action-result";
import { OPERATIONS } from "@/lib/http/operations";
import { REFERENCE_TABLES } from "@/lib/isolation/rules";
import { callApi } from "@/lib/testing/api";
import { sampleRequest } from "@/lib/testing/api-samples";
import {
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { startVisit } from "@/lib/visits/commands";

// The wall between tenants and the platform's staff, page by page, action by action and route by route: from the files and
// declarations that there are, so that a new one is held to it without a word here.

const request = vi.hoisted(() => ({ cookies: new Map<string, { value: string }>(), headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => request.cookies }));
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("@/lib/env", { spy: true });
afterEach(() => vi.mocked(envModule.env).mockReset());

type Params = Record<string, string>;
type Page = { default: (props: { params: Promise<Params>; searchParams: Promise<Params> }) => Promise<ReactNode> };
type Actions = Record<string, (...given: unknown[]) => Promise<ActionResult<unknown>>>;
type Routes = Record<string, (request: Request, route: { params: Promise<Params> }) => Promise<Response>>;

const ADMIN_PAGES = import.meta.glob<Page>("./**/{page,layout}.tsx");
const ADMIN_ACTIONS = import.meta.glob<Actions>("./**/actions.ts");
// Brackets and parentheses mean something else in a pattern: folders are named by what surrounds them.
const TENANT_PAGES = import.meta.glob<Page>("../*dashboard*/*/**/{page,layout}.tsx");
const TENANT_ACTIONS = import.meta.glob<Actions>("../*dashboard*/*/**/*actions.ts");
const TENANT_FILES = import.meta.glob<Routes>("../api/dashboard/*/*/**/route.ts");
const OTHER_FILES = import.meta.glob<Routes>("../api/dashboard/*/route.ts");

/** Pages that are about something which their address names. */
const isAboutOne = (path: string) => path.includes("[id]") || path.includes("compare");

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let viewer: MemberActor;
let admin: PlatformAdminActor;
/** On a visit to a tenant of its own. */
let guest: PlatformAdminActor;
let visited: TestTenant;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  viewer = await createMember(database(), tenant, { role: "viewer" });
  admin = await createPlatformAdmin(database());
  guest = await createPlatformAdmin(database());
  visited = await createTenant(database());
  await startVisit(guest, { tenant_id: visited.id, reason: "Test", minutes: 60 });
  request.headers.set("origin", envModule.env().appUrl);
});

async function signIn(person: MemberActor | PlatformAdminActor | null): Promise<void> {
  request.cookies.clear();
  if (person) request.cookies.set(SESSION_COOKIE, { value: await signSessionToken(person) });
}

/** What a page answers to whoever is signed in. */
async function open(
  load: () => Promise<Page>,
  slug = tenant.slug,
): Promise<"shown" | "not found" | "sign in" | "second factor"> {
  const { default: page } = await load();
  try {
    await page({
      params: Promise.resolve({ tenant: slug, id: randomUUID() }),
      searchParams: Promise.resolve({}),
    });
    return "shown";
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
    if (digest.endsWith(";404")) return "not found";
    if (digest.includes("/sign-in")) return "sign in";
    if (digest.includes("required=second-factor")) return "second factor";
    throw error;
  }
}

/** The codes with which all actions of a file refuse empty input; null for one that does not. */
async function refusals(load: () => Promise<Actions>, ...given: unknown[]): Promise<(string | null)[]> {
  const actions = Object.values(await load());
  expect(actions.length).toBeGreaterThan(0);
  const results = await Promise.all(actions.map((action) => action(...given)));
  return results.map((result) => (result.ok ? null : result.error.code));
}

test("there are files to hold", () => {
  expect(Object.keys(ADMIN_PAGES).length).toBeGreaterThan(15);
  expect(Object.keys(TENANT_PAGES).length).toBeGreaterThan(30);
  for (const found of [ADMIN_ACTIONS, TENANT_ACTIONS, TENANT_FILES, OTHER_FILES])
    expect(Object.keys(found).length).toBeGreaterThan(1);
});

describe.each(Object.entries(ADMIN_PAGES))("the admin section's %s", (path, load) => {
  test("does not exist for tenants' people, sends strangers to sign in, and opens for platform admins", async () => {
    for (const person of [owner, viewer]) {
      await signIn(person);
      expect(await open(load)).toBe("not found");
    }
    await signIn(null);
    expect(await open(load)).toBe("sign in");
    await signIn(admin);
    if (!isAboutOne(path)) expect(await open(load)).toBe("shown");
  });

  test("asks platform admins for a second factor where the settings say so", async () => {
    vi.mocked(envModule.env).mockReturnValue({ ...envModule.parseEnv(process.env), adminSecondFactor: true });
    await signIn(admin);
    expect(await open(load)).toBe("second factor");
  });
});

test.each(Object.entries(ADMIN_ACTIONS))("the admin section's %s refuses tenants' people", async (_path, load) => {
  for (const person of [owner, viewer]) {
    await signIn(person);
    for (const code of await refusals(load, {}, {}, randomUUID())) expect(code).toBe("forbidden");
  }
  await signIn(admin);
  expect(await refusals(load, {}, {}, randomUUID())).not.toContain("forbidden");
});

describe.each(Object.entries(TENANT_PAGES))("the tenants' %s", (path, load) => {
  test("does not exist for a platform admin who is no member, nor on a visit elsewhere", async () => {
    for (const person of [admin, guest]) {
      await signIn(person);
      expect(await open(load)).toBe("not found");
    }
    await signIn(owner);
    expect(await open(load)).toMatch(isAboutOne(path) ? /shown|not found/ : /shown/);
  });
});

test.each(Object.entries(TENANT_ACTIONS))("the tenants' %s refuses a platform admin", async (_path, load) => {
  await signIn(admin);
  for (const code of await refusals(load, tenant.slug, {}, randomUUID())) expect(code).toBe("not_found");
  await signIn(owner);
  expect(await refusals(load, tenant.slug, {}, randomUUID())).not.toContain("not_found");
});

describe("files for pages", () => {
  const call = async (routes: Routes, verb: string) => {
    const headers = { origin: envModule.env().appUrl };
    const sent = new Request(`http://localhost:3000/?id=${randomUUID()}`, { method: verb, headers });
    return routes[verb]?.(sent, { params: Promise.resolve({ tenant: tenant.slug }) });
  };
  const verbs = (routes: Routes) => Object.keys(routes).filter((name) => /^(GET|POST|PUT|PATCH|DELETE)$/.test(name));

  test.each(Object.entries(TENANT_FILES))("of tenants are closed to platform admins: %s", async (_path, load) => {
    const routes = await load();
    await signIn(admin);
    for (const verb of verbs(routes)) expect((await call(routes, verb))?.status).toBe(404);
  });

  test.each(Object.entries(OTHER_FILES))("of the platform are closed to tenants' people: %s", async (_path, load) => {
    const routes = await load();
    await signIn(owner);
    for (const verb of verbs(routes)) expect((await call(routes, verb))?.status).toBeGreaterThanOrEqual(403);
  });
});

const guarded = OPERATIONS.filter(({ isPublic }) => !isPublic).map(
  (operation) => [operation.operationId, operation] as const,
);

describe.each(guarded.filter(([, { isPlatform }]) => isPlatform))("%s", (_id, operation) => {
  test("is closed to every session of a tenant, and to an admin without the second factor that is demanded", async () => {
    const { method, address, body } = await sampleRequest(operation, tenant);
    const send = (token: MemberActor | PlatformAdminActor) =>
      callApi(method, address, { token, ...(body && { body }) });
    for (const person of [owner, viewer]) expect((await send(person)).body.code).toBe("forbidden");
    vi.mocked(envModule.env).mockReturnValue({ ...envModule.parseEnv(process.env), adminSecondFactor: true });
    const answer = await send(admin);
    expect([answer.status, answer.body.code]).toEqual([403, "second_factor_required"]);
  });
});

test("the API of tenants takes no visits: an admin who is in a tenant by a browser is nobody there", async () => {
  for (const [id, operation] of guarded) {
    if (operation.isPlatform || operation.isPersonal) continue;
    const { method, address, body, form } = await sampleRequest(operation, visited);
    const { status } = await callApi(method, address, {
      token: guest,
      headers: { "x-tenant": visited.slug },
      ...(body && { body }),
      ...(form && { form }),
    });
    expect(status, id).toBe(404);
  }
}, 120_000);

test("the platform's role touches only tables with a policy for it, whatever a query says", async () => {
  const client = new pg.Client({ connectionString: database().platformUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; opens: boolean }>(
      `select c.oid::regclass::text as name, exists (select 1 from pg_policy p
         where p.polrelid = c.oid and (select oid from pg_roles where rolname = 'platform_admin') = any (p.polroles)) as opens
       from pg_class c where c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'app'::regnamespace)`,
    );
    const closed = rows.filter(({ name, opens }) => !opens && !REFERENCE_TABLES.includes(name));
    expect(closed.length).toBeGreaterThan(10);
    expect(rows.filter(({ opens }) => opens).length).toBeGreaterThan(10);
    for (const { name } of closed) {
      for (const sql of [`select 1 from ${name}`, `delete from ${name}`]) {
        await client.query("begin");
        await client.query("select app.enter_platform($1, false, '{}')", [admin.sessionId]);
        await expect(client.query(sql), `${sql} was let through`).rejects.toMatchObject({ code: "42501" });
        await client.query("rollback");
      }
    }
  } finally {
    await client.end();
  }
});
