import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { MemberActor, PersonActor } from "@/lib/actor";
import * as envModule from "@/lib/env";
import { adminPage, tenantPage } from "@/lib/http/page";
import { identity, personWrite, sql, tenantRead, tenantWrite } from "@/lib/tenant-db";
import { callApi } from "@/lib/testing/api";
import { codeOf } from "@/lib/testing/authenticator";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
} from "@/lib/testing/fixtures";
import { mailsTo } from "@/lib/testing/mails";
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  getSecondFactor,
  removeSecondFactor,
  replaceRecoveryCodes,
} from "./own-security";
import { hashPassword } from "./passwords";
import { signSessionToken } from "./session-token";
import { SecondFactorPending, signInWithPassword } from "./sign-in";

const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, { value: string }>() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => request.cookies }));
vi.mock("@/lib/env", { spy: true });

const PASSWORD = "correct horse battery";
const NEW = "four quite unlikely words";
const origin = { requestId: "request-1", ipAddress: "203.0.113.7", userAgent: "test" };
const database = doorsOfThisFile();
let hash: string;

beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
});
afterEach(() => vi.mocked(envModule.env).mockReset());

interface Ann extends PersonActor {
  email: string;
}

async function createPerson(password: string | null = hash): Promise<Ann> {
  const email = `${randomUUID()}@example.com`;
  const [row] = await asOwner<{ id: string }>(database(), "select app.create_user($1, 'Ann Example', $2) as id", [
    email,
    password,
  ]);
  const userId = row?.id ?? "";
  const sessionId = await identity.openSession(userId, null, null, 3600);
  return { kind: "person", userId, sessionId, email, ...origin };
}

async function enrol(ann: PersonActor, password = PASSWORD) {
  const { secretText } = await beginSecondFactor(ann, { password });
  const { recovery_codes } = await confirmSecondFactor(ann, { code: await codeOf(secretText) });
  return { secretText, recovery_codes };
}

const isAlive = async (sessionId: string) => (await identity.findSessionPerson(sessionId)) !== null;
const refusedField = (field: string) => ({ issues: [expect.objectContaining({ loc: ["body", field] })] });
const auditOf = (userId: string) =>
  asOwner<{ operation: string; values: string }>(
    database(),
    `select operation, a::text as values from audit_logs a where table_name in ('second_factors', 'user_credentials')
       and record_id = $1 and actor_kind = 'user' and user_id = $1::uuid order by id`,
    [userId],
  );

describe("an authenticator app", () => {
  test("protects once it has shown a code: the session that showed it goes on, all others end", async () => {
    const ann = await createPerson();
    const other = await identity.openSession(ann.userId, null, null, 3600);
    const { secretText, uri, qr } = await beginSecondFactor(ann, { password: PASSWORD });
    expect(uri).toContain(`secret=${secretText.replaceAll(" ", "")}`);
    expect(qr.d.length).toBeGreaterThan(1000);
    // Begun only: nothing asks for it yet.
    expect(await getSecondFactor(ann)).toMatchObject({ on_since: null });
    expect(await signInWithPassword({ email: ann.email, password: PASSWORD }, origin)).toBeTruthy();
    const { recovery_codes } = await confirmSecondFactor(ann, { code: await codeOf(secretText) });
    expect(new Set(recovery_codes).size).toBe(10);
    expect(recovery_codes[0]).toMatch(/^[0-9a-z]{5}-[0-9a-z]{5}$/);
    expect(await getSecondFactor(ann)).toMatchObject({ on_since: expect.any(String), recovery_codes_left: 10 });
    expect(await identity.findSessionPerson(ann.sessionId)).toMatchObject({ hasSecondFactor: true });
    expect(await isAlive(other)).toBe(false);
    await expect(signInWithPassword({ email: ann.email, password: PASSWORD }, origin)).rejects.toBeInstanceOf(
      SecondFactorPending,
    );
    expect((await mailsTo(database(), ann.email)).map(({ subject }) => subject)).toContain("Two-step sign-in is on");
  });

  test("is set up with the password and the right code only, and not twice", async () => {
    const ann = await createPerson();
    await expect(beginSecondFactor(ann, { password: "wrong" })).rejects.toMatchObject(refusedField("password"));
    await expect(confirmSecondFactor(ann, { code: "123456" })).rejects.toMatchObject({ code: "conflict" });
    const { secretText } = await beginSecondFactor(ann, { password: PASSWORD });
    await expect(confirmSecondFactor(ann, { code: await codeOf(secretText, 5) })).rejects.toMatchObject(
      refusedField("code"),
    );
    await confirmSecondFactor(ann, { code: await codeOf(secretText) });
    await expect(beginSecondFactor(ann, { password: PASSWORD })).rejects.toMatchObject({ code: "conflict" });
    await expect(confirmSecondFactor(ann, { code: await codeOf(secretText, 1) })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("is taken away with password and code, each refused by its name", async () => {
    const ann = await createPerson();
    const { secretText } = await enrol(ann);
    const code = await codeOf(secretText, 1);
    await expect(removeSecondFactor(ann, { password: "wrong", code })).rejects.toMatchObject(refusedField("password"));
    await expect(removeSecondFactor(ann, { password: PASSWORD, code: "000000" })).rejects.toMatchObject(
      refusedField("code"),
    );
    await removeSecondFactor(ann, { password: PASSWORD, code });
    expect(await getSecondFactor(ann)).toMatchObject({ on_since: null, recovery_codes_left: 0 });
    expect(await identity.findSessionPerson(ann.sessionId)).toMatchObject({ hasSecondFactor: false });
    expect(await signInWithPassword({ email: ann.email, password: PASSWORD }, origin)).toBeTruthy();
  });

  test("gives new recovery codes, and the former ones serve no more", async () => {
    const ann = await createPerson();
    const { secretText, recovery_codes: old } = await enrol(ann);
    const code = await codeOf(secretText, 1);
    const { recovery_codes: fresh } = await replaceRecoveryCodes(ann, { password: PASSWORD, code });
    await expect(removeSecondFactor(ann, { password: PASSWORD, code: old[0] ?? "" })).rejects.toMatchObject(
      refusedField("code"),
    );
    await removeSecondFactor(ann, { password: PASSWORD, code: fresh[0] ?? "" });
  });

  test("leaves an audit row for each change, by its person, with neither secrets nor codes", async () => {
    const ann = await createPerson();
    const { secretText, recovery_codes } = await enrol(ann);
    await replaceRecoveryCodes(ann, { password: PASSWORD, code: recovery_codes[0] ?? "" });
    await removeSecondFactor(ann, { password: PASSWORD, code: await codeOf(secretText, 1) });
    const rows = await auditOf(ann.userId);
    expect([...new Set(rows.map(({ operation }) => operation))]).toEqual([
      "second_factor.begin",
      "second_factor.confirm",
      "second_factor.replace_recovery_codes",
      "second_factor.remove",
    ]);
    expect(rows.map(({ values }) => values).join()).not.toMatch(/sealed_secret|last_step|code_hash/);
  });

  test("is stored sealed, bound to its person, beside hashes of the recovery codes", async () => {
    const ann = await createPerson();
    const { secretText, recovery_codes } = await enrol(ann);
    const [stored] = await asOwner<{ factor: string; codes: string }>(
      database(),
      `select encode(f.sealed_secret, 'escape') as factor,
         (select string_agg(encode(r.code_hash, 'escape'), ' ') from app.recovery_codes r where r.user_id = f.user_id) as codes
       from app.second_factors f where f.user_id = $1`,
      [ann.userId],
    );
    expect(stored?.factor).not.toContain(secretText.replaceAll(" ", ""));
    for (const code of recovery_codes) expect(stored?.codes).not.toContain(code.replace("-", ""));
    // Moved to another person's row it opens nothing.
    const bob = await createPerson();
    await beginSecondFactor(bob, { password: PASSWORD });
    await asOwner(
      database(),
      "update app.second_factors f set sealed_secret = o.sealed_secret from app.second_factors o where f.user_id = $1 and o.user_id = $2",
      [bob.userId, ann.userId],
    );
    await expect(confirmSecondFactor(bob, { code: await codeOf(secretText, 1) })).rejects.toMatchObject(
      refusedField("code"),
    );
  });

  test("of a person who signs in with Google alone takes no password", async () => {
    const ann = await createPerson(null);
    const { secretText } = await enrol(ann, "");
    await removeSecondFactor(ann, { password: "", code: await codeOf(secretText, 1) });
    expect(await getSecondFactor(ann)).toMatchObject({ has_password: false, on_since: null });
  });

  test("and its functions are out of reach without the context of a person", async () => {
    const tenant = await createTenant(database());
    for (const call of [sql`select app.remove_second_factor()`, sql`select * from app.own_security()`]) {
      const work = tenantWrite(tenant.system, null, "test.own", (db) => db.rows(call));
      await expect(work).rejects.toThrow("this needs the context of a person");
    }
    const [ann, bob] = [await createPerson(), await createPerson()];
    const forging = personWrite(ann, "test.own", async (db) => {
      await db.rows(sql`select set_config('app.user_id', ${bob.userId}, true)`);
      await db.rows(sql`select app.remove_second_factor()`);
    });
    await expect(forging).rejects.toThrow("this needs the context of a person");
  });

  test("that is lost with all its codes is taken away by an operator, who ends the sessions", async () => {
    const ann = await createPerson();
    await enrol(ann);
    const [removed] = await asOwner(database(), "select app.remove_second_factor_of($1) as done", [
      ann.email.toUpperCase(),
    ]);
    expect(removed).toEqual({ done: true });
    expect(await isAlive(ann.sessionId)).toBe(false);
    expect(await signInWithPassword({ email: ann.email, password: PASSWORD }, origin)).toBeTruthy();
  });
});

describe("a new password", () => {
  test("needs the present one, ends all other sessions, and is told by mail", async () => {
    const ann = await createPerson();
    const other = await identity.openSession(ann.userId, null, null, 3600);
    await expect(changePassword(ann, { current_password: "wrong", new_password: NEW })).rejects.toMatchObject(
      refusedField("current_password"),
    );
    await changePassword(ann, { current_password: PASSWORD, new_password: NEW });
    expect([await isAlive(ann.sessionId), await isAlive(other)]).toEqual([true, false]);
    expect(await signInWithPassword({ email: ann.email, password: NEW }, origin)).toBeTruthy();
    expect((await mailsTo(database(), ann.email)).map(({ kind }) => kind)).toContain("password_changed");
    const rows = await auditOf(ann.userId);
    expect(rows.map(({ operation }) => operation)).toEqual(["password.change"]);
    expect(rows[0]?.values).not.toContain("argon2");
  });

  test("must not be the address, nor one that many people use", async () => {
    const ann = await createPerson();
    for (const new_password of [ann.email, "Password2026!!", "aaaaaaaaaaaaaa", "qwertyuiop123"])
      await expect(changePassword(ann, { current_password: PASSWORD, new_password })).rejects.toMatchObject(
        refusedField("new_password"),
      );
  });

  test("cannot be had by guessing the present one within an open session", async () => {
    const ann = await createPerson();
    const guess = () => changePassword(ann, { current_password: "guess", new_password: NEW });
    for (let i = 0; i < 10; i += 1) await expect(guess()).rejects.toMatchObject(refusedField("current_password"));
    await expect(guess()).rejects.toMatchObject({ code: "rate_limited" });
  });
});

describe("a tenant that demands a second factor", () => {
  const demand = (member: MemberActor, isDemanded = true) =>
    asOwner(
      database(),
      `update tenant_configs set settings = settings || jsonb_build_object('mandatory_second_factor', $2::boolean) where tenant_id = $1`,
      [member.tenantId, isDemanded],
    );
  const visit = async (member: MemberActor, slug: string) => {
    request.cookies.set("bulkhead.session", { value: await signSessionToken(member) });
    const page = tenantPage(() => "the page");
    return page({ params: Promise.resolve({ tenant: slug }) });
  };
  const personOf = ({ userId, sessionId }: MemberActor): PersonActor => ({
    kind: "person",
    userId,
    sessionId,
    ...origin,
  });

  test("refuses a session without one at the next request, by page, API and door, and takes it once it is proved", async () => {
    const tenant = await createTenant(database());
    const member = await createMember(database(), tenant);
    expect(await visit(member, tenant.slug)).toBe("the page");
    expect(
      (await callApi("GET", "/api/v1/accounts", { token: member, headers: { "x-tenant": tenant.slug } })).status,
    ).toBe(200);
    await demand(member);
    await expect(visit(member, tenant.slug)).rejects.toMatchObject({
      digest: expect.stringContaining("/me/security?required=second-factor"),
    });
    const answer = await callApi("GET", "/api/v1/accounts", { token: member, headers: { "x-tenant": tenant.slug } });
    expect([answer.status, answer.body.code]).toEqual([403, "second_factor_required"]);
    await expect(tenantRead(member, null, (db) => db.account.count())).rejects.toMatchObject({
      code: "second_factor_required",
    });
    await enrol(personOf(member), "");
    expect(await visit(member, tenant.slug)).toBe("the page");
    expect(
      (await callApi("GET", "/api/v1/accounts", { token: member, headers: { "x-tenant": tenant.slug } })).status,
    ).toBe(200);
  });

  test("no pass is made for such a session, whoever asks the database", async () => {
    const tenant = await createTenant(database());
    const member = await createMember(database(), tenant);
    await demand(member);
    await expect(
      asOwner(database(), "select * from app.session_actor($1, $2)", [member.sessionId, tenant.slug]),
    ).rejects.toThrow("takes sessions with a second factor only");
  });

  test("loses nobody's own place elsewhere, and takes everybody again when it demands it no more", async () => {
    const tenant = await createTenant(database());
    const member = await createMember(database(), tenant);
    await demand(member);
    expect(await getSecondFactor(personOf(member))).toMatchObject({ on_since: null });
    await demand(member, false);
    expect(await visit(member, tenant.slug)).toBe("the page");
  });

  test("refuses the session of who takes the authenticator away", async () => {
    const tenant = await createTenant(database());
    const member = await createMember(database(), tenant);
    const { secretText } = await enrol(personOf(member), "");
    await demand(member);
    expect(await visit(member, tenant.slug)).toBe("the page");
    await removeSecondFactor(personOf(member), { password: "", code: await codeOf(secretText, 1) });
    await expect(visit(member, tenant.slug)).rejects.toMatchObject({
      digest: expect.stringContaining("second-factor"),
    });
  });

  test("asks nothing of access keys", async () => {
    const tenant = await createTenant(database());
    const key = await createKey(tenant);
    await demand(await createMember(database(), tenant));
    expect((await callApi("GET", "/api/v1/accounts", { token: key })).status).toBe(200);
  });
});

test("the admin section takes platform admins with a second factor only, where the settings say so", async () => {
  const admin = await createPlatformAdmin(database());
  const page = adminPage(() => "the page");
  const visit = async () => {
    request.cookies.set("bulkhead.session", { value: await signSessionToken(admin) });
    return page({ params: Promise.resolve({}) });
  };
  expect(await visit()).toBe("the page");
  const real = envModule.parseEnv(process.env);
  vi.mocked(envModule.env).mockReturnValue({ ...real, adminSecondFactor: true });
  await expect(visit()).rejects.toMatchObject({
    digest: expect.stringContaining("/me/security?required=second-factor"),
  });
  const answer = await callApi("GET", "/api/v1/admin/tenants", { token: admin });
  expect([answer.status, answer.body.code]).toEqual([403, "second_factor_required"]);
  const { userId, sessionId } = admin;
  await enrol({ kind: "person", userId, sessionId, ...origin }, "");
  expect(await visit()).toBe("the page");
});
