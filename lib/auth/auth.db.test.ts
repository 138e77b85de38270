import { randomUUID } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { adminPage, tenantPage } from "@/lib/http/page";
import { identity, tenantRead, tenantWrite } from "@/lib/tenant-db";
import { tenantDoor } from "@/lib/tenant-db/pools";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import {
  bearerActor,
  bearerPlatformAdmin,
  currentSession,
  memberActor,
  platformAdminActor,
  signedInMember,
} from "./actor";
import * as passwords from "./passwords";
import { signSessionToken } from "./session-token";
import { signInWithGoogle, signInWithPassword } from "./sign-in";

const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, { value: string }>() }));

vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => request.cookies }));
vi.mock("./passwords", { spy: true });

const PASSWORD = "correct horse battery";
const origin = { requestId: "request-1", ipAddress: "203.0.113.7", userAgent: "test" };

const database = doorsOfThisFile();
let tenant: TestTenant;
let other: TestTenant;
let hash: string;

beforeAll(async () => {
  tenant = await createTenant(database());
  other = await createTenant(database());
  hash = await passwords.hashPassword(PASSWORD);
});

beforeEach(() => {
  request.headers = new Headers();
  request.cookies = new Map();
});

async function createPerson({ password = true, admin = false } = {}) {
  const email = `${randomUUID()}@example.com`;
  const [row] = await asOwner<{ id: string }>(database(), "select app.create_user($1, 'Ann Example', $2) as id", [
    email,
    password ? hash : null,
  ]);
  const id = row?.id ?? "";
  if (admin) await asOwner(database(), "select app.create_platform_admin($1)", [id]);
  return { id, email };
}

async function withCookieOf(member: { sessionId: string; userId: string }): Promise<void> {
  request.cookies.set("bulkhead.session", { value: await signSessionToken(member) });
}

function call(token: string | null, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost:3000/api/v1/whoami", {
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
  });
}

const bearer = (token: string | null, headers?: Record<string, string>) => bearerActor(call(token, headers), origin);

// ── Sign-in ──

test("the right password opens a session, whatever the address's case, and notes when and from where", async () => {
  const { id, email } = await createPerson();
  const claims = await signInWithPassword({ email: ` ${email.toUpperCase()} `, password: PASSWORD }, origin);
  expect(claims.userId).toBe(id);
  const rows = await asOwner(
    database(),
    `select host(s.ip_address) as ip, s.user_agent as agent, s.ends_at - s.created_at = interval '12 hours' as half_a_day,
       s.expires_at - s.created_at = interval '2 hours' as two_hours_idle, u.last_login is not null as noted
       from sessions s join users u on u.id = s.user_id where s.id = $1`,
    [claims.sessionId],
  );
  expect(rows).toEqual([{ ip: "203.0.113.7", agent: "test", half_a_day: true, two_hours_idle: true, noted: true }]);
});

test("a wrong password, an unknown, a disabled and a passwordless person get the same answer for the same work", async () => {
  const [known, disabled, passwordless] = [
    await createPerson(),
    await createPerson(),
    await createPerson({ password: false }),
  ];
  await asOwner(database(), "update users set disabled_at = now() where id = $1", [disabled.id]);
  const verify = vi.mocked(passwords.verifyPassword);
  verify.mockClear();
  const attempts = [
    { email: known.email, password: "wrong" },
    { email: "nobody@example.com", password: PASSWORD },
    { email: disabled.email, password: PASSWORD },
    { email: passwordless.email, password: PASSWORD },
  ];
  for (const attempt of attempts)
    await expect(signInWithPassword(attempt, origin)).rejects.toMatchObject({
      code: "token_invalid",
      message: "The e-mail address or the password is wrong",
    });
  expect(verify).toHaveBeenCalledTimes(attempts.length);
});

test("after ten failures even the right password waits, for this person and address only", async () => {
  const [guessed, free] = [await createPerson(), await createPerson()];
  const attempt = (email: string, password: string, ipAddress = "198.51.100.1") =>
    signInWithPassword({ email, password }, { ...origin, ipAddress });
  for (let i = 0; i < 10; i += 1) await expect(attempt(guessed.email, "guess")).rejects.toThrow("wrong");
  await expect(attempt(guessed.email, PASSWORD)).rejects.toMatchObject({
    code: "rate_limited",
    message: "Too many attempts: try again in 15 minutes",
  });
  expect(await attempt(free.email, PASSWORD)).toBeTruthy();
  expect(await attempt(guessed.email, PASSWORD, "198.51.100.2")).toBeTruthy();
});

test.each(["\0", "a\nb@example.com", "x".repeat(300), "' or true --"])(
  "the address %j is simply wrong",
  async (email) => {
    await expect(signInWithPassword({ email, password: "x" }, origin)).rejects.toMatchObject({ code: "token_invalid" });
  },
);

test("Google signs in whom it vouches for and somebody here knows, and nobody else", async () => {
  const { id, email } = await createPerson({ password: false });
  const sub = randomUUID();
  await expect(signInWithGoogle({ sub, email, email_verified: false }, origin)).rejects.toMatchObject({ status: 403 });
  await expect(signInWithGoogle({ email, email_verified: true }, origin)).rejects.toMatchObject({ status: 403 });
  await expect(
    signInWithGoogle({ sub: randomUUID(), email: "stranger@example.com", email_verified: true }, origin),
  ).rejects.toMatchObject({ status: 403 });
  expect(await signInWithGoogle({ sub, email, email_verified: true }, origin)).toMatchObject({ userId: id });
  // From now on the account counts, not the address.
  expect(await signInWithGoogle({ sub, email: "new@example.com", email_verified: true }, origin)).toMatchObject({
    userId: id,
  });
  await expect(signInWithGoogle({ sub: randomUUID(), email, email_verified: true }, origin)).rejects.toMatchObject({
    status: 403,
  });
});

// ── Pages and actions ──

test("a member's cookie becomes an actor with exactly the role's permissions, in one round trip", async () => {
  const viewer = await createMember(database(), tenant, { role: "viewer" });
  await withCookieOf(viewer);
  const { counters } = tenantDoor().pool;
  const before = counters.roundTrips;
  const { actor, tenant: found } = await memberActor(tenant.slug);
  expect(counters.roundTrips - before).toBe(1);
  expect(actor).toMatchObject({
    kind: "member",
    tenantId: tenant.id,
    sessionId: viewer.sessionId,
    permissions: viewer.permissions,
  });
  expect(found).toMatchObject({ id: tenant.id, slug: tenant.slug });
});

test("a page learns whose session it is and what the member may do in one round trip, as they are asked for apart", async () => {
  const account = await makeAccount(tenant);
  for (const accountIds of [undefined, [account.id]]) {
    await withCookieOf(await createMember(database(), tenant, { role: "viewer", accountIds }));
    const apart = { ...(await memberActor(tenant.slug)), person: (await currentSession()).person };
    const { counters } = tenantDoor().pool;
    const before = counters.roundTrips;
    const found = await signedInMember(tenant.slug);
    expect(counters.roundTrips - before).toBe(1);
    expect({ ...found, actor: { ...found.actor, requestId: "", pass: null } }).toEqual({
      ...apart,
      actor: { ...apart.actor, requestId: "", pass: null },
    });
    expect(found.actor.pass).toEqual(apart.actor.pass);
  }
});

/** The two ways from a cookie to a member: for actions, and for pages. */
const WAYS = [memberActor, signedInMember];

test("a copied cookie is refused as soon as the session is closed", async () => {
  const member = await createMember(database(), tenant);
  await withCookieOf(member);
  expect((await currentSession()).person.userId).toBe(member.userId);
  await identity.closeSession(member.sessionId);
  await expect(currentSession()).rejects.toMatchObject({ code: "token_expired" });
  for (const find of WAYS) await expect(find(tenant.slug)).rejects.toMatchObject({ code: "token_expired" });
});

test("a session past its end, and a disabled person's, are refused though the token is good", async () => {
  const [ended, disabled] = [await createMember(database(), tenant), await createMember(database(), tenant)];
  await asOwner(database(), "update sessions set expires_at = now() where id = $1", [ended.sessionId]);
  await asOwner(database(), "update users set disabled_at = now() where id = $1", [disabled.userId]);
  for (const member of [ended, disabled]) {
    await withCookieOf(member);
    for (const find of WAYS) await expect(find(tenant.slug)).rejects.toMatchObject({ code: "token_expired" });
  }
});

test("a token that pairs a session with another person is refused", async () => {
  const [ann, bob] = [await createMember(database(), tenant), await createMember(database(), tenant)];
  await withCookieOf({ sessionId: ann.sessionId, userId: bob.userId });
  await expect(currentSession()).rejects.toMatchObject({ code: "token_expired" });
  await expect(signedInMember(tenant.slug)).rejects.toMatchObject({ code: "token_expired" });
});

test("another tenant is the same as one that never was, or that cannot be", async () => {
  await withCookieOf(await createMember(database(), tenant));
  const refusals = await Promise.all(
    WAYS.flatMap((find) =>
      [other.slug, "never-was", "", "../x", "\0", "x".repeat(1000)].map((slug) =>
        find(slug).then(
          () => "let in",
          (error: Error) => `${error.name} ${error.message}`,
        ),
      ),
    ),
  );
  expect(new Set(refusals)).toEqual(new Set(["AppError Not found"]));
});

test("a suspended tenant's members and keys are told so", async () => {
  const closed = await createTenant(database());
  const member = await createMember(database(), closed);
  const { secret } = await createKey(closed);
  await asOwner(database(), "update tenants set status = 'suspended' where id = $1", [closed.id]);
  await withCookieOf(member);
  const told = { code: "forbidden", message: "This tenant is suspended" };
  for (const find of WAYS) await expect(find(closed.slug)).rejects.toMatchObject(told);
  await expect(bearer(secret)).rejects.toMatchObject(told);
  await expect(bearer(await signSessionToken(member))).rejects.toMatchObject(told);
});

test("only a platform admin becomes one; for others the admin pages do not exist", async () => {
  const admin = await createPerson({ admin: true });
  const claims = await signInWithPassword({ email: admin.email, password: PASSWORD }, origin);
  const page = adminPage(() => "the page");
  await withCookieOf(claims);
  expect(await platformAdminActor()).toMatchObject({ kind: "platformAdmin", userId: admin.id });
  expect(await page({ params: Promise.resolve({}) })).toBe("the page");
  await withCookieOf(await createMember(database(), tenant));
  await expect(platformAdminActor()).rejects.toMatchObject({ code: "forbidden" });
  await expect(page({ params: Promise.resolve({}) })).rejects.toMatchObject({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" });
});

test("a page that the member may not read names the missing permission", async () => {
  await withCookieOf(await createMember(database(), tenant, { role: "viewer" }));
  const page = tenantPage(({ actor }) => tenantRead(actor, "api_keys:write", async () => "the page"));
  const html = renderToStaticMarkup(await page({ params: Promise.resolve({ tenant: tenant.slug }) }));
  expect(html).toContain("api_keys:write");
  expect(html).toContain("Create, rotate and revoke API keys");
  expect(html).not.toContain("the page");
});

// ── API ──

test("without a bearer token the answer is Token not found, cookie or not", async () => {
  await withCookieOf(await createMember(database(), tenant));
  for (const authorization of [undefined, "", "Bearer", "Bearer ", "Basic eDp5", "Bearer a b"]) {
    const headers = new Headers(authorization === undefined ? [] : [["authorization", authorization]]);
    await expect(bearerActor(new Request("http://localhost:3000/", { headers }), origin)).rejects.toMatchObject({
      status: 401,
      message: "Token not found",
    });
  }
});

test("an access key becomes an actor with its own permissions", async () => {
  const key = await createKey(tenant, { permissions: ["accounts:read"] });
  const actor = await bearer(key.secret);
  expect(actor).toMatchObject({ kind: "apiKey", tenantId: tenant.id, apiKeyId: key.apiKeyId, ...origin });
  expect([...actor.permissions]).toEqual(["accounts:read"]);
});

test("a key's typo is refused without asking the database", async () => {
  const { secret } = await createKey(tenant);
  const { counters } = tenantDoor().pool;
  const before = counters.roundTrips;
  for (const wrong of [
    `${secret.slice(0, -1)}!`,
    secret.slice(1),
    `${secret}x`,
    secret.toUpperCase(),
    "x".repeat(5000),
  ])
    await expect(bearer(wrong)).rejects.toMatchObject({ message: "Token invalid" });
  expect(counters.roundTrips).toBe(before);
});

test("an unknown key and a revoked one are invalid, an expired one is expired", async () => {
  const [deleted, revoked, expired] = [await createKey(tenant), await createKey(tenant), await createKey(tenant)];
  await asOwner(database(), "delete from tenant_api_keys where id = $1", [deleted.apiKeyId]);
  await asOwner(database(), "update tenant_api_keys set revoked_at = now() where id = $1", [revoked.apiKeyId]);
  await asOwner(database(), "update tenant_api_keys set expires_at = now() where id = $1", [expired.apiKeyId]);
  await expect(bearer(deleted.secret)).rejects.toMatchObject({ status: 401, message: "Token invalid" });
  await expect(bearer(revoked.secret)).rejects.toMatchObject({ status: 401, message: "Token invalid" });
  await expect(bearer(expired.secret)).rejects.toMatchObject({ status: 401, message: "Token expired" });
});

test("a session token serves the API, until the session ends", async () => {
  const member = await createMember(database(), tenant);
  const token = await signSessionToken(member);
  expect(await bearer(token)).toMatchObject({ kind: "member", tenantId: tenant.id, userId: member.userId });
  await expect(bearer(`${token.slice(0, -3)}AAA`)).rejects.toMatchObject({ message: "Token invalid" });
  await identity.closeSession(member.sessionId);
  await expect(bearer(token)).rejects.toMatchObject({ status: 401, message: "Token expired" });
});

test("a person of several tenants names one, and only one of theirs", async () => {
  const member = await createMember(database(), tenant);
  const token = await signSessionToken(member);
  await expect(bearer(token, { "x-tenant": other.slug })).rejects.toMatchObject({ code: "not_found" });
  await join(member, other);
  await expect(bearer(token)).rejects.toMatchObject({
    code: "bad_request",
    message: expect.stringMatching(/X-Tenant/),
  });
  expect(await bearer(token, { "x-tenant": other.slug })).toMatchObject({ tenantId: other.id });
  await expect(bearer(token, { "x-tenant": "never-was" })).rejects.toMatchObject({ code: "not_found" });
});

test("the admin API takes an admin's session, not a member's, and no access key", async () => {
  const admin = await createPerson({ admin: true });
  const claims = await signInWithPassword({ email: admin.email, password: PASSWORD }, origin);
  const ask = (token: string) => bearerPlatformAdmin(call(token), origin);
  expect(await ask(await signSessionToken(claims))).toMatchObject({ kind: "platformAdmin", userId: admin.id });
  await expect(bearer(await signSessionToken(claims))).rejects.toMatchObject({ message: "You belong to no tenant" });
  await expect(ask(await signSessionToken(await createMember(database(), tenant)))).rejects.toMatchObject({
    status: 403,
    message: "Insufficient permissions",
  });
  await expect(ask((await createKey(tenant)).secret)).rejects.toMatchObject({ status: 403 });
  await expect(ask("bh_sk_live_x")).rejects.toMatchObject({ status: 401, message: "Token invalid" });
});

async function join(member: MemberActor, joined: TestTenant): Promise<void> {
  await tenantWrite(joined.system, "members:write", "test.join", (db) =>
    db.membership.create({ data: { tenantId: joined.id, userId: member.userId }, select: { id: true } }),
  );
}
