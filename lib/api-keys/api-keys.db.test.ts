import { beforeAll, describe, expect, test } from "vitest";
import type { ApiKeyActor, MemberActor } from "@/lib/actor";
import { hashApiKey, looksLikeApiKey } from "@/lib/api-key-secret";
import { type ParameterInput, parseListParams } from "@/lib/list-query";
import { ALL_PERMISSIONS, type Permission } from "@/lib/permissions";
import { identity, sql, tenantRead, tenantWrite } from "@/lib/tenant-db";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { createApiKey, revokeApiKey, rotateApiKey } from "./commands";
import { getApiKey, listApiKeys } from "./queries";
import { apiKey, apiKeyList, createApiKeyInput, newApiKey, rotateApiKeyInput } from "./schema";

const database = doorsOfThisFile();
const IN_AN_HOUR = () => new Date(Date.now() + 3_600_000).toISOString();
let tenant: TestTenant;
let owner: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

const input = (given: Record<string, unknown> = {}) =>
  createApiKeyInput.parse({ name: "Booking engine", permissions: ["accounts:read"], ...given });
const query = (given: ParameterInput = {}) => parseListParams(apiKeyList, given, { mode: "strict" }).query;
const names = async (actor: MemberActor | ApiKeyActor, given: ParameterInput = {}) =>
  (await listApiKeys(actor, query(given))).items.map(({ name }) => name);
const stateOf = async (secret: string) => (await identity.findApiKeyGrant(hashApiKey(secret)))?.state;

/** A member who holds exactly these permissions, like one with a role of the tenant's own. */
async function memberWith(permissions: Permission[]): Promise<MemberActor> {
  return { ...(await createMember(database(), tenant)), permissions: new Set(permissions) };
}

test("a created key comes back as stored, in the shape that it is declared in, and its secret opens", async () => {
  const hotel = await makeAccount(tenant);
  const expires_at = IN_AN_HOUR();
  const made = await createApiKey(
    owner,
    input({ permissions: ["payment_intents:read", "accounts:read"], account_ids: [hotel.id], expires_at }),
  );
  expect(newApiKey.parse(made)).toEqual(made);
  expect(apiKey.parse(made.api_key)).toEqual(made.api_key);
  expect(await getApiKey(owner, { id: made.api_key.id })).toEqual(made.api_key);
  expect(made.api_key).toMatchObject({
    state: "live",
    permissions: ["accounts:read", "payment_intents:read"],
    restricted_to_accounts: true,
    accounts: [{ id: hotel.id, name: hotel.name }],
    expires_at,
    last_used_at: null,
    created_by_name: "Ann Example",
  });
  expect(looksLikeApiKey(made.secret)).toBe(true);
  expect(made.secret).toMatch(new RegExp(`^${made.api_key.prefix}.*${made.api_key.last_four}$`));
  expect(made.secret.startsWith("bh_rk_")).toBe(true);
  expect(await identity.findApiKeyGrant(hashApiKey(made.secret))).toMatchObject({
    tenantId: tenant.id,
    apiKeyId: made.api_key.id,
    accountIds: [hotel.id],
    state: "live",
  });
});

test("use is noted to the minute, without an entry in the audit log", async () => {
  const made = await createApiKey(owner, input());
  expect(await stateOf(made.secret)).toBe("live");
  const used = await getApiKey(owner, { id: made.api_key.id });
  expect(used.last_used_at).not.toBeNull();
  expect(await stateOf(made.secret)).toBe("live");
  expect((await getApiKey(owner, { id: made.api_key.id })).last_used_at).toBe(used.last_used_at);
  const rows = await asOwner(database(), "select action from audit_logs where record_id = $1", [made.api_key.id]);
  expect(rows).toEqual([{ action: "insert" }]);
});

describe("the secret", () => {
  test("is stored nowhere, neither whole nor in the audit log", async () => {
    const { secret, api_key } = await createApiKey(owner, input());
    const rows = await asOwner<{ text: string }>(
      database(),
      `select to_jsonb(k)::text as text from tenant_api_keys k where id::text = $1::text
       union all select to_jsonb(l)::text from audit_logs l where record_id = $1::text`,
      [api_key.id],
    );
    expect(rows).toHaveLength(2);
    const hash = Buffer.from(hashApiKey(secret)).toString("hex");
    expect(rows[0]?.text).toContain(hash);
    expect(rows[1]?.text).not.toContain(hash);
    for (const { text } of rows) expect(text).not.toContain(secret.slice(api_key.prefix.length, -4));
  });

  test("has a hash that the application's role can neither read nor change", async () => {
    const { api_key } = await createApiKey(owner, input());
    for (const column of [sql`key_hash`, sql`*`])
      await expect(
        tenantRead(owner, "api_keys:read", (db) => db.rows(sql`select ${column} from tenant_api_keys`)),
      ).rejects.toMatchObject({ code: "42501" });
    await expect(
      tenantWrite(owner, "api_keys:write", "test", (db) =>
        db.rows(sql`update tenant_api_keys set key_hash = sha256('x') where id = ${api_key.id}::uuid`),
      ),
    ).rejects.toMatchObject({ code: "42501" });
  });

  test("keeps its rights: nothing widens a key once it is made", async () => {
    const { api_key } = await createApiKey(owner, input());
    for (const change of [sql`permissions = array['accounts:write']`, sql`restricted_to_accounts = false`])
      await expect(
        tenantWrite(owner, "api_keys:write", "test", (db) =>
          db.rows(sql`update tenant_api_keys set ${change} where id = ${api_key.id}::uuid`),
        ),
      ).rejects.toMatchObject({ code: "42501" });
  });
});

test.each([
  ["no name", { name: " " }, "name"],
  ["no permission", { permissions: [] }, "permissions"],
  ["an unknown permission", { permissions: ["everything"] }, "permissions"],
  ["a limit to no account", { account_ids: [] }, "account_ids"],
  ["an account that is no id", { account_ids: ["x"] }, "account_ids"],
  ["an expiry in the past", { expires_at: "2020-01-01T00:00:00Z" }, "expires_at"],
  ["an expiry that is no time", { expires_at: "soon" }, "expires_at"],
])("bad input is refused beside its field: %s", (_what, given, field) => {
  const result = createApiKeyInput.safeParse({ name: "K", permissions: ["accounts:read"], ...given });
  expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("a rotation takes only the overlaps that are offered", () => {
  const id = "0190a000-0000-7000-8000-00000000000a";
  expect(rotateApiKeyInput.safeParse({ id, overlap_hours: 24 }).success).toBe(true);
  for (const overlap_hours of [-1, 2, 1e9, 0.5])
    expect(rotateApiKeyInput.safeParse({ id, overlap_hours }).success).toBe(false);
});

describe("nobody gives a key more than they hold", () => {
  test("no permission of others, neither to a new key nor by rotation", async () => {
    const clerk = await memberWith(["api_keys:read", "api_keys:write", "accounts:read"]);
    const excess = { issues: [{ loc: ["body", "permissions"] }] };
    expect((await createApiKey(clerk, input())).api_key.permissions).toEqual(["accounts:read"]);
    await expect(createApiKey(clerk, input({ permissions: ["accounts:write"] }))).rejects.toMatchObject(excess);
    const strong = await createApiKey(owner, input({ permissions: ALL_PERMISSIONS }));
    await expect(rotateApiKey(clerk, { id: strong.api_key.id, overlap_hours: 0 })).rejects.toMatchObject(excess);
    expect(await stateOf(strong.secret)).toBe("live");
  });

  test("a key makes no keys, whatever it may do", async () => {
    const maker = await createKey(tenant);
    await expect(createApiKey(maker, input({ permissions: ["api_keys:read"] }))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("a restricted member's keys stay within the branch, and wider keys are not there", async () => {
    const [mine, foreign] = [await makeAccount(tenant), await makeAccount(tenant)];
    const below = await makeAccount(tenant, { parent_id: mine.id });
    const restricted = await createMember(database(), tenant, { accountIds: [mine.id] });
    const all = await createApiKey(owner, input({ name: "All accounts" }));
    const both = await createApiKey(owner, input({ name: "Both", account_ids: [mine.id, foreign.id] }));
    const inside = await createApiKey(owner, input({ name: "Inside", account_ids: [below.id] }));
    const own = await createApiKey(restricted, input({ name: "Own", account_ids: [mine.id] }));
    expect(await names(restricted)).toEqual(["Own", "Inside"]);
    expect((await getApiKey(restricted, { id: own.api_key.id })).accounts).toEqual([
      { id: mine.id, name: mine.name, includes_below: false },
    ]);
    for (const { api_key, secret } of [all, both]) {
      const missing = { code: "not_found", message: "API key not found" };
      await expect(getApiKey(restricted, { id: api_key.id })).rejects.toMatchObject(missing);
      await expect(rotateApiKey(restricted, { id: api_key.id, overlap_hours: 0 })).rejects.toMatchObject(missing);
      await expect(revokeApiKey(restricted, { id: api_key.id })).rejects.toMatchObject(missing);
      expect(await stateOf(secret)).toBe("live");
    }
    for (const account_ids of [null, [foreign.id], [mine.id, foreign.id]])
      await expect(createApiKey(restricted, input({ account_ids }))).rejects.toMatchObject({
        issues: [{ loc: ["body", "account_ids"] }],
      });
    const rotated = await rotateApiKey(restricted, { id: inside.api_key.id, overlap_hours: 0 });
    expect(rotated.api_key.accounts).toEqual([{ id: below.id, name: below.name, includes_below: false }]);
  });

  test("who reaches an account by itself gives no key what is below it, nor sees a key that has it", async () => {
    const top = await makeAccount(tenant);
    const below = await makeAccount(tenant, { parent_id: top.id });
    const alone = await createMember(database(), tenant, { onlyAccountIds: [top.id] });
    const branch = await createApiKey(owner, input({ name: "Branch", branch_ids: [top.id] }));
    const single = await createApiKey(owner, input({ name: "Single", account_ids: [top.id] }));
    expect(await names(alone)).toEqual(["Single"]);
    await expect(createApiKey(alone, input({ branch_ids: [top.id] }))).rejects.toMatchObject({
      issues: [{ loc: ["body", "branch_ids"] }],
    });
    expect((await identity.findApiKeyGrant(hashApiKey(branch.secret)))?.accountIds?.sort()).toEqual(
      [top.id, below.id].sort(),
    );
    expect((await identity.findApiKeyGrant(hashApiKey(single.secret)))?.accountIds).toEqual([top.id]);
    const later = await makeAccount(tenant, { parent_id: below.id });
    expect((await identity.findApiKeyGrant(hashApiKey(branch.secret)))?.accountIds).toContain(later.id);
    expect((await identity.findApiKeyGrant(hashApiKey(single.secret)))?.accountIds).toEqual([top.id]);
  });
});

test("an account that is deleted or was never there limits no key", async () => {
  const gone = await makeAccount(tenant);
  await asOwner(database(), "update accounts set deleted_at = now() where id = $1", [gone.id]);
  for (const id of [gone.id, "0190a000-0000-7000-8000-00000000000a"])
    await expect(createApiKey(owner, input({ account_ids: [id] }))).rejects.toMatchObject({
      issues: [{ loc: ["body", "account_ids"] }],
    });
});

test("a reader may not write, and a viewer does not even see", async () => {
  const { api_key } = await createApiKey(owner, input());
  const finance = await createMember(database(), tenant, { role: "finance" });
  const viewer = await createMember(database(), tenant, { role: "viewer" });
  expect(await getApiKey(finance, { id: api_key.id })).toMatchObject({ id: api_key.id });
  const refused = { code: "forbidden", data: { permission: "api_keys:write" } };
  for (const actor of [finance, viewer]) {
    await expect(createApiKey(actor, input())).rejects.toMatchObject(refused);
    await expect(rotateApiKey(actor, { id: api_key.id, overlap_hours: 24 })).rejects.toMatchObject(refused);
    await expect(revokeApiKey(actor, { id: api_key.id })).rejects.toMatchObject(refused);
  }
  const unseen = { code: "forbidden", data: { permission: "api_keys:read" } };
  await expect(listApiKeys(viewer, query())).rejects.toMatchObject(unseen);
  await expect(getApiKey(viewer, { id: api_key.id })).rejects.toMatchObject(unseen);
});

test("another tenant's key is not there: not to see, to rotate or to revoke", async () => {
  const other = await createTenant(database());
  const stranger = await createMember(database(), other);
  const { api_key, secret } = await createApiKey(owner, input());
  const missing = { code: "not_found", message: "API key not found" };
  await expect(getApiKey(stranger, { id: api_key.id })).rejects.toMatchObject(missing);
  await expect(rotateApiKey(stranger, { id: api_key.id, overlap_hours: 0 })).rejects.toMatchObject(missing);
  await expect(revokeApiKey(stranger, { id: api_key.id })).rejects.toMatchObject(missing);
  expect(await listApiKeys(stranger, query())).toMatchObject({ items: [], total: 0 });
  expect(await stateOf(secret)).toBe("live");
});

describe("rotation", () => {
  test("gives a new secret with the same rights; the old one lives through the overlap", async () => {
    const hotel = await makeAccount(tenant);
    const old = await createApiKey(owner, input({ account_ids: [hotel.id], permissions: ["accounts:read"] }));
    const now = Date.now();
    const next = await rotateApiKey(owner, { id: old.api_key.id, overlap_hours: 24 });
    const { name, permissions, accounts, restricted_to_accounts } = old.api_key;
    expect(next.api_key).toMatchObject({ name, permissions, accounts, restricted_to_accounts, expires_at: null });
    expect(next.api_key).toMatchObject({ state: "live", replaces_id: old.api_key.id });
    expect(next.secret).not.toBe(old.secret);
    const before = await getApiKey(owner, { id: old.api_key.id });
    expect(before).toMatchObject({ state: "expiring", replaced_by_id: next.api_key.id });
    expect(Math.abs(Date.parse(before.expires_at ?? "") - now - 24 * 3_600_000)).toBeLessThan(60_000);
    expect([await stateOf(old.secret), await stateOf(next.secret)]).toEqual(["live", "live"]);
  });

  test("without overlap ends the old key at once, and never lengthens a life", async () => {
    const expires_at = IN_AN_HOUR();
    const first = await createApiKey(owner, input({ expires_at }));
    const second = await rotateApiKey(owner, { id: first.api_key.id, overlap_hours: 168 });
    expect(await getApiKey(owner, { id: first.api_key.id })).toMatchObject({ expires_at });
    expect(second.api_key.expires_at).toBe(expires_at);
    const third = await rotateApiKey(owner, { id: second.api_key.id, overlap_hours: 0 });
    expect([await stateOf(second.secret), await stateOf(third.secret)]).toEqual(["expired", "live"]);
  });

  test("is refused for a key that was rotated, has ended or was revoked", async () => {
    const rotated = await createApiKey(owner, input());
    await rotateApiKey(owner, { id: rotated.api_key.id, overlap_hours: 24 });
    const revoked = await createApiKey(owner, input());
    await revokeApiKey(owner, { id: revoked.api_key.id });
    const expired = await createApiKey(owner, input());
    await asOwner(database(), "update tenant_api_keys set expires_at = now() where id = $1", [expired.api_key.id]);
    for (const { api_key } of [rotated, revoked, expired])
      await expect(rotateApiKey(owner, { id: api_key.id, overlap_hours: 0 })).rejects.toMatchObject({
        code: "conflict",
      });
  });

  test("twice at once leaves one successor", async () => {
    const { api_key } = await createApiKey(owner, input());
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => rotateApiKey(owner, { id: api_key.id, overlap_hours: 1 })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(
      await asOwner(database(), "select count(*)::int as n from tenant_api_keys where replaces_id = $1", [api_key.id]),
    ).toEqual([{ n: 1 }]);
  });
});

test("a revoked key is refused from the next statement on; revoking twice is no error and changes nothing", async () => {
  const key = await createKey(tenant, { permissions: ["api_keys:read"] });
  expect(await getApiKey(key, { id: key.apiKeyId })).toMatchObject({ state: "live" });
  const revoked = await revokeApiKey(owner, { id: key.apiKeyId });
  expect(revoked).toMatchObject({ state: "revoked" });
  await expect(getApiKey(key, { id: key.apiKeyId })).rejects.toMatchObject({ status: 401 });
  expect(await stateOf(key.secret)).toBe("revoked");
  expect(await revokeApiKey(owner, { id: key.apiKeyId })).toEqual(revoked);
});

test("every change leaves one audit row that names who, what and why", async () => {
  const { api_key } = await createApiKey(owner, input());
  await rotateApiKey(owner, { id: api_key.id, overlap_hours: 24 });
  await revokeApiKey(owner, { id: api_key.id });
  const rows = await asOwner(
    database(),
    `select action, operation, actor_label, user_id, request_id, new_values ? 'key_hash' as has_hash
     from audit_logs where table_name = 'tenant_api_keys' and record_id = $1 order by id`,
    [api_key.id],
  );
  const who = { actor_label: "Ann Example", user_id: owner.userId, request_id: owner.requestId, has_hash: false };
  expect(rows).toEqual([
    { ...who, action: "insert", operation: "api_keys.create" },
    { ...who, action: "update", operation: "api_keys.rotate" },
    { ...who, action: "update", operation: "api_keys.revoke" },
  ]);
});

test("the list is filtered by state, name and permission", async () => {
  const fresh = await createTenant(database());
  const actor = await createMember(database(), fresh);
  const make = (name: string, permissions: Permission[]) => createApiKey(actor, input({ name, permissions }));
  const [old, revoked, expired] = [
    await make("Alpha", ["accounts:read"]),
    await make("Beta", ["accounts:read", "accounts:write"]),
    await make("Gamma", ["payment_intents:read"]),
  ];
  await rotateApiKey(actor, { id: old.api_key.id, overlap_hours: 24 });
  await revokeApiKey(actor, { id: revoked.api_key.id });
  await asOwner(database(), "update tenant_api_keys set expires_at = now() where id = $1", [expired.api_key.id]);
  expect(await names(actor)).toEqual(["Alpha", "Gamma", "Beta", "Alpha"]);
  expect(await names(actor, { state: "live" })).toEqual(["Alpha"]);
  expect(await names(actor, { state: "expiring" })).toEqual(["Alpha"]);
  expect(await names(actor, { state: "expired,revoked", sort: "name" })).toEqual(["Beta", "Gamma"]);
  expect(await names(actor, { name: "AM" })).toEqual(["Gamma"]);
  expect(await names(actor, { permission: "accounts:read,accounts:write" })).toEqual(["Beta"]);
});
