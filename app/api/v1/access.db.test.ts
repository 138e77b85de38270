import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { ApiKeyActor, MemberActor, PlatformAdminActor } from "@/lib/actor";
import { createApiKey, revokeApiKey } from "@/lib/api-keys/commands";
import type { Operation } from "@/lib/http/operation";
import { OPERATIONS } from "@/lib/http/operations";
import { ALL_PERMISSIONS, type Permission } from "@/lib/permissions";
import { identity } from "@/lib/tenant-db";
import { type ApiAnswer, type ApiCall, callApi } from "@/lib/testing/api";
import { type SampleRequest, sampleRecord, sampleRequest } from "@/lib/testing/api-samples";
import { sampleAdmin, sampleKey, samplePerson } from "@/lib/testing/api-tokens";
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
let other: TestTenant;
let member: MemberActor;
let key: ApiKeyActor & { secret: string };
let admin: PlatformAdminActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  other = await createTenant(database());
  member = await samplePerson(tenant);
  key = await sampleKey(tenant);
  admin = await sampleAdmin(tenant);
});

const send = ({ method, address, body, form, headers }: SampleRequest, call: ApiCall) =>
  callApi(method, address, {
    ...call,
    ...(body && { body }),
    ...(form && { form }),
    ...(headers && { headers: { ...headers, ...call.headers } }),
  });
const named = (operations: readonly Operation[]) =>
  operations.map((operation) => [operation.operationId, operation] as const);
const guarded = OPERATIONS.filter((operation) => !operation.isPublic);
const ofTenants = guarded.filter((operation) => !operation.isPlatform && !operation.isPersonal);
const ofPlatform = guarded.filter((operation) => operation.isPlatform);
const ofPeople = guarded.filter(({ isPersonal, isSessionOnly }) => isPersonal || isSessionOnly);

/** Operations for whoever made the record alone: the sample's key. */
const OF_THE_MAKER: ReadonlySet<string> = new Set(["cancelExport", "getExportFile"]);

/** Tokens of the kinds that an operation takes. */
function tokensOf(operation: Operation): NonNullable<ApiCall["token"]>[] {
  if (operation.isPlatform) return [admin];
  if (OF_THE_MAKER.has(operation.operationId)) return [key];
  return ofPeople.includes(operation) ? [member] : [key, member];
}

/** Operations that hand on what their caller may see: what the events of the sample need besides. */
const ALSO_NEEDED: Partial<Record<string, Permission[]>> = {
  createWebhookEndpoint: ["accounts:read"],
  // The sample's file was uploaded by somebody else, and its cells may hold anything.
  ...Object.fromEntries(
    ["previewImport", "checkImport", "runImport", "getImportRefusals"].map((name) => [
      name,
      ["customers:read_personal_data"],
    ]),
  ),
};

/** A token that may do just this, of a kind that the operation takes. */
const tokenWith = (operation: Operation, permissions: Permission[], of = tenant) =>
  operation.isSessionOnly ? createMember(database(), of, { permissions }) : createKey(of, { permissions });

/** All of an answer that its sender can tell apart, besides the time it took. */
const visible = ({ status, headers, text }: ApiAnswer) => ({
  status,
  text,
  headers: [...headers].filter(([name]) => name !== "x-process-time"),
});

describe.each(named(OPERATIONS))("%s", (_name, operation) => {
  test("works with each kind of token that it takes, and answers what it declares", async () => {
    for (const token of tokensOf(operation)) {
      const answer = await send(await sampleRequest(operation, tenant), { token });
      expect(answer.status, answer.text).toBe(operation.status ?? 200);
      if (!operation.repliesBytes) expect(operation.reply.parse(answer.body)).toEqual(answer.body);
    }
  });
});

describe.each(named(guarded))("%s", (_name, operation) => {
  test("is refused without a token that lives", async () => {
    const sample = await sampleRequest(operation, tenant);
    for (const [token, detail] of await deadTokens()) {
      const answer = await send(sample, token === null ? {} : { token });
      expect(answer.status, detail).toBe(401);
      expect(answer.body.detail).toBe(detail);
    }
  });
});

describe.each(named(ofPlatform))("%s", (_name, operation) => {
  test("is for the platform's staff: no tenant's session or key opens it, whatever it may do", async () => {
    for (const token of [member, key]) {
      const answer = await send(await sampleRequest(operation, tenant), { token });
      expect(answer.status, answer.text).toBe(403);
      expect(answer.body).toMatchObject({ detail: "Insufficient permissions", code: "forbidden" });
    }
  });
});

describe.each(named(ofTenants))("%s", (_name, operation) => {
  test("is closed to the platform's staff, who are members of no tenant", async () => {
    const sample = await sampleRequest(operation, tenant);
    const unnamed = await send(sample, { token: admin });
    expect([unnamed.status, unnamed.body.detail]).toEqual([403, "You belong to no tenant"]);
    const answers: ApiAnswer[] = [];
    for (const slug of [tenant.slug, "no-such-tenant"])
      answers.push(await send(sample, { token: admin, headers: { "x-tenant": slug, "x-request-id": "one-and-same" } }));
    const [existing, unknown] = answers.map(visible);
    expect(existing?.status).toBe(404);
    expect(existing).toEqual(unknown);
  });
});

describe.each(named(ofPeople))("%s", (_name, operation) => {
  test("takes no access key, although it has every permission", async () => {
    const answer = await send(await sampleRequest(operation, tenant), { token: key });
    expect(answer.status).toBe(403);
    expect(answer.body.detail).toContain("session token");
  });
});

describe.each(named(OPERATIONS.filter(({ permission }) => permission)))("%s", (_name, operation) => {
  test("needs its permission, and that one only", async () => {
    const without = ALL_PERMISSIONS.filter((name) => name !== operation.permission);
    const refused = await send(await sampleRequest(operation, tenant), {
      token: await tokenWith(operation, without),
    });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ detail: "Insufficient permissions", code: "forbidden" });
    const needed = [operation.permission, ...(ALSO_NEEDED[operation.operationId] ?? [])];
    const token = await tokenWith(
      operation,
      needed.filter((name) => name !== undefined && name !== null),
    );
    const served = await send(await sampleRequest(operation, tenant), { token });
    expect(served.status, served.text).toBe(operation.status ?? 200);
  });
});

test("another tenant's record is answered as one that never was, to the byte", { timeout: 180_000 }, async () => {
  const compared: string[] = [];
  for (const operation of ofTenants) {
    const theirs = await sampleRecord(operation, other);
    if (theirs === null) continue;
    const answers: ApiAnswer[] = [];
    for (const id of [theirs, randomUUID()]) {
      const sample = await sampleRequest(operation, tenant, id);
      answers.push(
        await send(sample, {
          token: operation.isSessionOnly ? member : key,
          headers: { "x-request-id": "one-and-the-same" },
        }),
      );
    }
    const [foreign, unknown] = answers.map(visible);
    expect(foreign, operation.operationId).toEqual(unknown);
    expect(foreign?.status, operation.operationId).toBe(operation.operationId.startsWith("create") ? 422 : 404);
    compared.push(operation.operationId);
    // There was something to see: its own tenant is served.
    const own = await send(await sampleRequest(operation, other, theirs), {
      token: OF_THE_MAKER.has(operation.operationId)
        ? await sampleKey(other)
        : await tokenWith(operation, ALL_PERMISSIONS, other),
    });
    expect(own.status, own.text).toBe(operation.status ?? 200);
  }
  const byId = ofTenants.filter(({ query, body }) => "id" in { ...Object(query).shape, ...Object(body).shape });
  expect(compared).toEqual(expect.arrayContaining(byId.map(({ operationId }) => operationId)));
});

test("a malformed id is a wrong parameter, not a missing record", async () => {
  for (const id of ["", "1", "0190a000-0000-7000-8000-00000000000", "null", "' or true --"]) {
    const answer = await callApi("GET", `/api/v1/account?id=${encodeURIComponent(id)}`, { token: key });
    expect(answer.status).toBe(422);
    expect(answer.body.detail).toEqual([expect.objectContaining({ loc: ["query", "id"], msg: "Must be a UUID" })]);
  }
});

describe("a session token", () => {
  test("of a person in several tenants names one", async () => {
    const person = await createMember(database(), tenant);
    await asOwner(
      database(),
      `with m as (insert into memberships (tenant_id, user_id) values ($1, $2) returning tenant_id, id)
       insert into membership_roles (tenant_id, membership_id, role_id)
       select m.tenant_id, m.id, r.id from m join roles r on r.tenant_id = m.tenant_id and r.key = 'viewer'`,
      [other.id, person.userId],
    );
    const open = await callApi("GET", "/api/v1/whoami", { token: person });
    expect(open.status).toBe(400);
    expect(open.body.detail).toContain("X-Tenant");
    const whoami = async (slug: string) =>
      callApi("GET", "/api/v1/whoami", { token: person, headers: { "x-tenant": slug } });
    expect((await whoami(tenant.slug)).body.tenant.slug).toBe(tenant.slug);
    expect((await whoami(other.slug)).body.tenant.slug).toBe(other.slug);
    const third = await createTenant(database());
    const [foreign, unknown] = [await whoami(third.slug), await whoami("no-such-tenant")];
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, request_id: "" }).toEqual({ ...unknown.body, request_id: "" });
  });

  test("reaches no tenant that its person has left", async () => {
    const person = await createMember(database(), tenant);
    expect((await callApi("GET", "/api/v1/accounts", { token: person })).status).toBe(200);
    await asOwner(database(), "update memberships set deleted_at = now() where id = $1", [person.membershipId]);
    const answer = await callApi("GET", "/api/v1/accounts", { token: person });
    expect(answer.status).toBe(403);
    expect(answer.body.detail).toBe("You belong to no tenant");
  });
});

test("a suspended tenant is told so, by key and by session", async () => {
  const suspended = await createTenant(database());
  const tokens = [await createKey(suspended), await createMember(database(), suspended)];
  await asOwner(database(), "update tenants set status = 'suspended' where id = $1", [suspended.id]);
  for (const token of tokens) {
    const answer = await callApi("GET", "/api/v1/accounts", { token });
    expect(answer.status).toBe(403);
    expect(answer.body.detail).toBe("This tenant is suspended");
  }
});

test("whoami tells what a token is and may do", async () => {
  const [account] = [await sampleRecord(operationOf("getAccount"), tenant)];
  const restricted = await createKey(tenant, { permissions: ["accounts:read"], accountIds: [String(account)] });
  expect((await callApi("GET", "/api/v1/whoami", { token: restricted })).body).toEqual({
    kind: "api_key",
    id: restricted.apiKeyId,
    name: "Test key",
    email: null,
    last_four: restricted.secret.slice(-4),
    tenant: { id: tenant.id, slug: tenant.slug, name: `Tenant ${tenant.slug}` },
    roles: [],
    permissions: ["accounts:read"],
    accounts: [{ id: account, name: expect.any(String), includes_below: true }],
    account_ids: [account],
    expires_at: null,
  });
  const viewer = await createMember(database(), tenant, { role: "viewer" });
  const { body } = await callApi("GET", "/api/v1/whoami", { token: viewer });
  expect(body).toMatchObject({ kind: "user", id: viewer.userId, name: "Ann Example", last_four: null });
  expect(body).toMatchObject({ roles: [{ name: "Viewer" }], accounts: null, account_ids: null });
  expect(body.email).toContain("@example.com");
  expect(body.permissions).toEqual([...viewer.permissions].sort());
  expect(Date.parse(body.expires_at)).toBeGreaterThan(Date.now());
});

function operationOf(operationId: string): Operation {
  const operation = OPERATIONS.find((one) => one.operationId === operationId);
  if (!operation) throw new Error(`There is no operation ${operationId}`);
  return operation;
}

let dead: Promise<[token: ApiCall["token"] | null, detail: string][]> | undefined;

function deadTokens() {
  dead ??= makeDeadTokens();
  return dead;
}

async function makeDeadTokens(): Promise<[ApiCall["token"] | null, string][]> {
  const revoked = await createKey(tenant);
  await revokeApiKey(tenant.system, { id: revoked.apiKeyId });
  const { secret: expired } = await createApiKey(tenant.system, {
    name: "Old",
    permissions: ALL_PERMISSIONS,
    account_ids: null,
    branch_ids: null,
    expires_at: new Date(Date.now() - 1000).toISOString(),
  });
  const signedOut = await createMember(database(), tenant);
  await identity.closeSession(signedOut.sessionId);
  const overdue = await createMember(database(), tenant);
  await asOwner(database(), "update sessions set expires_at = now() where id = $1", [overdue.sessionId]);
  const disabled = await createMember(database(), tenant);
  await asOwner(database(), "update users set disabled_at = now() where id = $1", [disabled.userId]);
  const typo = `${key.secret.slice(0, -1)}${key.secret.endsWith("a") ? "b" : "a"}`;
  return [
    [null, "Token not found"],
    ["nonsense", "Token invalid"],
    [typo, "Token invalid"],
    [revoked, "Token invalid"],
    [expired, "Token expired"],
    ["a.b.c", "Token invalid"],
    [unsigned(member), "Token invalid"],
    [signedOut, "Token expired"],
    [overdue, "Token expired"],
    [disabled, "Token expired"],
  ];
}

/** The same claims as a good session token has, under the algorithm "none". */
function unsigned({ sessionId, userId }: MemberActor): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { sid: sessionId, sub: userId, v: 1, exp: Math.floor(Date.now() / 1000) + 3600 };
  return `${part({ alg: "none" })}.${part(claims)}.`;
}
