import { beforeAll, describe, expect, test } from "vitest";
import type { ApiKeyActor, MemberActor } from "@/lib/actor";
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

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
});

const post = (address: string, body: unknown, token: ApiCall["token"] = owner) =>
  callApi("POST", `/api/v1/${address}`, { ...(token && { token }), body });
const get = (address: string, token: ApiCall["token"] = owner) =>
  callApi("GET", `/api/v1/${address}`, { ...(token && { token }) });
const isRefused = async (secret: string) => (await get("whoami", { secret })).status === 401;

describe("access keys by API", () => {
  test("are made, listed, rotated and revoked; the secret is shown once", async () => {
    const made = await post("api_key", { name: "Booking engine", permissions: ["accounts:read"] });
    expect(made.status).toBe(201);
    const { api_key, secret } = made.body;
    expect((await get("accounts", { secret })).status).toBe(200);
    expect((await get(`api_key?id=${api_key.id}`)).text).not.toContain(secret);
    expect((await get("api_keys?name=booking")).body.items).toMatchObject([{ id: api_key.id, state: "live" }]);
    const rotated = await post("api_key/rotate", { id: api_key.id, overlap_hours: 0 });
    expect(rotated.status).toBe(201);
    expect(rotated.body.api_key).toMatchObject({ replaces_id: api_key.id, permissions: ["accounts:read"] });
    expect(await isRefused(secret)).toBe(true);
    expect(await isRefused(rotated.body.secret)).toBe(false);
    const revoked = await post("api_key/revoke", { id: rotated.body.api_key.id });
    expect(revoked.body).toMatchObject({ state: "revoked", revocation_reason: null });
    expect(await isRefused(rotated.body.secret)).toBe(true);
  });

  test("carry no more than their maker holds: neither permissions nor accounts", async () => {
    const [mine, theirs] = [await makeAccount(tenant), await makeAccount(tenant)];
    const maker = await createMember(database(), tenant, {
      permissions: ["api_keys:write", "accounts:read"],
      accountIds: [mine.id],
    });
    const attempt = async (given: object) => {
      const { status, body } = await post("api_key", { name: "K", permissions: ["accounts:read"], ...given }, maker);
      return status === 422 ? body.detail[0].loc : status;
    };
    expect(await attempt({ account_ids: [mine.id] })).toBe(201);
    expect(await attempt({ account_ids: [mine.id], permissions: ["accounts:write"] })).toEqual(["body", "permissions"]);
    expect(await attempt({})).toEqual(["body", "account_ids"]);
    expect(await attempt({ account_ids: [theirs.id] })).toEqual(["body", "account_ids"]);
    expect(await attempt({ account_ids: [mine.id], expires_at: "2020-01-01T00:00:00Z" })).toEqual([
      "body",
      "expires_at",
    ]);
  });
});

describe("a leaked key", () => {
  const report = (key: unknown, headers: Record<string, string> = {}) =>
    callApi("POST", "/api/v1/public/leaked_key", { body: { key }, headers });
  const notices = async (token: ApiCall["token"]) => (await get("notices", token)).body.items;

  test("is revoked by the report, its tenant is told, and the log says who, why and from where", async () => {
    const key = await createKey(tenant);
    const before = await notices(owner);
    const answer = await report(`  ${key.secret}\n`, { "user-agent": "scanner/1" });
    expect(answer.status).toBe(202);
    expect(await isRefused(key.secret)).toBe(true);
    expect((await get(`api_key?id=${key.apiKeyId}`)).body).toMatchObject({
      state: "revoked",
      revocation_reason: "Reported as leaked",
    });
    const [notice, ...rest] = await notices(owner);
    expect(rest).toEqual(before);
    expect(notice).toMatchObject({
      kind: "api_key_leaked",
      audience: "api_keys:write",
      subject: { table: "tenant_api_keys", id: key.apiKeyId },
      read_at: null,
    });
    expect(notice.message).toContain(`“Test key” (…${key.secret.slice(-4)})`);
    const [entry] = (await get(`audit_logs?record=${key.apiKeyId}&action=update`)).body.items;
    expect(entry).toMatchObject({
      operation: "api_keys.report_leaked",
      actor_kind: "system",
      actor_label: "Leak report",
      reason: "Reported as leaked",
      user_agent: "scanner/1",
      request_id: answer.headers.get("x-request-id"),
    });
    expect((await get(`audit_logs?table=notices`)).body.items[0].action).toBe("insert");
  });

  test("is answered like one that never was, has ended or is no key at all, and nothing more is stored", async () => {
    const [living, revoked] = [await createKey(tenant), await createKey(tenant)];
    await post("api_key/revoke", { id: revoked.apiKeyId });
    const [before] = await asOwner<{ count: number }>(database(), "select count(*)::int as count from notices");
    const bodies = new Set<string>();
    for (const key of [
      living.secret,
      living.secret,
      revoked.secret,
      living.secret.slice(0, -1),
      "nonsense",
      "",
      "\0",
    ]) {
      const { status, text } = await report(key);
      expect(status).toBe(202);
      bodies.add(text);
    }
    expect(bodies.size).toBe(1);
    const [after] = await asOwner<{ count: number }>(database(), "select count(*)::int as count from notices");
    expect(after?.count).toBe((before?.count ?? 0) + 1);
  });

  test("cannot be guessed at: after twenty reports an address waits", async () => {
    let answer = await report("guess");
    for (let n = 0; n < 30 && answer.status === 202; n += 1) answer = await report("guess");
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test.each([[7], [null], [["a"]], ["x".repeat(1001)]])("needs a text: %j names the field", async (key) => {
    const answer = await report(key);
    expect(answer.status).toBe(422);
    expect(answer.body.detail).toEqual([expect.objectContaining({ loc: ["body", "key"] })]);
  });
});

describe("notices", () => {
  let account: { id: string };
  let aboutAccount: string;
  let aboutAll: string;

  beforeAll(async () => {
    account = await makeAccount(tenant);
    const insert = async (accountId: string | null) => {
      const [row] = await asOwner<{ id: string }>(
        database(),
        `insert into notices (tenant_id, account_id, audience, kind, subject_table, subject_id)
         values ($1, $2, 'api_keys:write', 'api_key_leaked', 'tenant_api_keys', $1) returning id`,
        [tenant.id, accountId],
      );
      return row?.id ?? "";
    };
    aboutAccount = await insert(account.id);
    aboutAll = await insert(null);
  });

  const ids = async (token: ApiCall["token"]) =>
    (await get("notices?read=false&size=100", token)).body.items.map(({ id }: { id: string }) => id);

  test("reach those who hold the permission, and within their accounts", async () => {
    expect(await ids(owner)).toEqual(expect.arrayContaining([aboutAccount, aboutAll]));
    expect(await ids(await createMember(database(), tenant, { role: "viewer" }))).toEqual([]);
    const restricted = await createMember(database(), tenant, { accountIds: [account.id] });
    expect(await ids(restricted)).toEqual([aboutAccount]);
    const key: ApiKeyActor & { secret: string } = await createKey(tenant, { accountIds: [account.id] });
    expect(await ids(key)).toEqual([aboutAccount]);
    const stranger = await createMember(database(), await createTenant(database()));
    expect(await ids(stranger)).toEqual([]);
  });

  test("are put away once for all, by those whom they are for; the log says by whom", async () => {
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    expect((await post("notice/read", { id: aboutAll }, viewer)).status).toBe(404);
    const read = await post("notice/read", { id: aboutAll });
    expect(read.body).toMatchObject({ id: aboutAll, read_at: expect.any(String) });
    expect((await post("notice/read", { id: aboutAll })).body).toEqual(read.body);
    expect(await ids(owner)).not.toContain(aboutAll);
    const entries = (await get(`audit_logs?record=${aboutAll}&action=update`)).body.items;
    expect(entries).toMatchObject([{ operation: "notices.read", user_id: owner.userId }]);
  });
});
