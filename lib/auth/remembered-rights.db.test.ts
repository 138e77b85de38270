import { beforeAll, describe, expect, test } from "vitest";
import type { ApiKeyActor, MemberActor } from "@/lib/actor";
import { identity, tenantRead } from "@/lib/tenant-db";
import { tenantDoor } from "@/lib/tenant-db/pools";
import { type ApiCall, callApi } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { bearerActor } from "./actor";

const database = doorsOfThisFile();
let tenant: TestTenant;
let accountId: string;

beforeAll(async () => {
  tenant = await createTenant(database());
  accountId = (await makeAccount(tenant)).id;
});

type Key = ApiKeyActor & { secret: string };
const sentByMember = (token: MemberActor): ApiCall => ({ token, headers: { "x-tenant": tenant.slug } });
const getAccount = (call: ApiCall) => callApi("GET", `/api/v1/account?id=${accountId}`, call);
const listAccounts = (call: ApiCall) => callApi("GET", "/api/v1/accounts", call);

/** Sends what its sender is remembered from. */
async function remembered<T extends Key | MemberActor>(actor: T): Promise<T> {
  const call = "secret" in actor ? { token: actor } : sentByMember(actor);
  expect((await getAccount(call)).status).toBe(200);
  expect(await tripsOf(() => getAccount(call))).toBe(1);
  return actor;
}

async function tripsOf(work: () => Promise<unknown>): Promise<number> {
  const { counters } = tenantDoor().pool;
  const before = counters.roundTrips;
  await work();
  return counters.roundTrips - before;
}

describe("a sender who is remembered", () => {
  test("by key or by session and tenant costs no look-up, and a list no more than its statements", async () => {
    // A new member's role ends the passes of the tenant.
    const [member, key] = [await createMember(database(), tenant), await createKey(tenant)];
    await remembered(member);
    await remembered(key);
    expect(await tripsOf(() => listAccounts({ token: key }))).toBe(2);
    expect(await tripsOf(() => listAccounts(sentByMember(member)))).toBe(2);
  });

  test("is looked up where the tenant is not named, and for whatever changes something", async () => {
    const member = await remembered(await createMember(database(), tenant));
    expect(await tripsOf(() => getAccount({ token: member }))).toBeGreaterThan(1);
    const key = await remembered(await createKey(tenant));
    await asOwner(database(), "update tenant_api_keys set revoked_at = now() where id = $1", [key.apiKeyId]);
    const body = { name: "Never", currency: "EUR" };
    expect((await callApi("POST", "/api/v1/account", { token: key, body })).status).toBe(401);
  });

  const losses: [string, (key: Key) => Promise<unknown>, number][] = [
    [
      "a revoked key",
      (key) => asOwner(database(), "update tenant_api_keys set revoked_at = now() where id = $1", [key.apiKeyId]),
      401,
    ],
    ["a deleted key", (key) => asOwner(database(), "delete from tenant_api_keys where id = $1", [key.apiKeyId]), 401],
    [
      "a key without permissions",
      (key) => asOwner(database(), "update tenant_api_keys set permissions = '{}' where id = $1", [key.apiKeyId]),
      403,
    ],
  ];

  test.each(losses)("as %s is refused at the next request, whatever it asks", async (_what, lose, status) => {
    const calls = [
      (key: Key) => getAccount({ token: key }),
      (key: Key) => listAccounts({ token: key }),
      (key: Key) => callApi("GET", "/api/v1/payment_intents?nonsense=1", { token: key }),
      (key: Key) => callApi("GET", "/api/v1/account?id=no-uuid", { token: key }),
      (key: Key) => callApi("GET", "/api/v1/whoami", { token: key }),
    ];
    for (const [index, call] of calls.entries()) {
      const key = await remembered(await createKey(tenant));
      await lose(key);
      const { status: answered } = await call(key);
      // Without a permission whoever errs is told of the error, and may still ask who it is.
      expect(answered, `call ${index}`).toBe(status === 401 ? 401 : [403, 403, 422, 422, 200][index]);
    }
  });

  test("by a session that was closed is refused at the next request", async () => {
    const member = await remembered(await createMember(database(), tenant));
    await identity.closeSession(member.sessionId);
    expect((await getAccount(sentByMember(member))).status).toBe(401);
  });

  test("and gets a permission, has it at the next request", async () => {
    const key = await createKey(tenant, { permissions: ["payment_intents:read"] });
    const call = { token: key };
    expect((await callApi("GET", "/api/v1/payment_intents", call)).status).toBe(200);
    expect((await getAccount(call)).status).toBe(403);
    const grant = "update tenant_api_keys set permissions = '{payment_intents:read,accounts:read}' where id = $1";
    await asOwner(database(), grant, [key.apiKeyId]);
    expect((await getAccount(call)).status).toBe(200);
  });

  test("and is restricted, sees less at the next request, and more when the branch grows", async () => {
    const own = await createTenant(database());
    const [kept, lost] = [await makeAccount(own), await makeAccount(own)];
    const key = await createKey(own, { accountIds: [kept.id, lost.id] });
    const ids = async () => (await listAccounts({ token: key })).body.items.map(({ id }: { id: string }) => id);
    expect((await ids()).toSorted()).toEqual([kept.id, lost.id].toSorted());
    await asOwner(database(), "delete from tenant_api_key_accounts where account_id = $1", [lost.id]);
    expect(await ids()).toEqual([kept.id]);
    const below = await makeAccount(own, { parent_id: kept.id });
    expect((await ids()).toSorted()).toEqual([kept.id, below.id].toSorted());
  });

  test("of a tenant that was suspended is told so at the next request", async () => {
    const own = await createTenant(database());
    const key = await createKey(own);
    expect((await listAccounts({ token: key })).status).toBe(200);
    await asOwner(database(), "update tenants set status = 'suspended' where id = $1", [own.id]);
    expect((await listAccounts({ token: key })).status).toBe(403);
  });

  test("is looked up where an earlier request found the pass gone on its way", async () => {
    const key = await createKey(tenant);
    const request = new Request("http://localhost", { headers: { authorization: `Bearer ${key.secret}` } });
    const actor = await bearerActor(request, { requestId: "test", ipAddress: null, userAgent: null });
    await asOwner(database(), "update tenant_api_keys set permissions = '{}' where id = $1", [key.apiKeyId]);
    // Looked up in its own request, it goes on as what it was then.
    expect(await tenantRead(actor, "accounts:read", (db) => db.account.count())).toBe(1);
    expect((await getAccount({ token: key })).status).toBe(403);
  });

  test("serves another sender nothing: what is remembered is bound to the token", async () => {
    await remembered(await createKey(tenant));
    const stranger = await createKey(await createTenant(database()));
    expect((await getAccount({ token: stranger })).status).toBe(404);
  });
});
