import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { MemberActor, PlatformAdminActor } from "@/lib/actor";
import { addressOfReset, resetPassword } from "@/lib/auth/password-reset";
import { identity } from "@/lib/tenant-db";
import { type ApiCall, callApi, type HttpMethod } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { linkIn, mailsTo } from "@/lib/testing/mails";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let admin: PlatformAdminActor;
let ann: MemberActor & { email: string };

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  admin = await createPlatformAdmin(database());
});

beforeEach(async () => {
  const member = await createMember(database(), tenant, { role: "finance" });
  ann = { ...member, email: await addressOf(member.userId) };
});

const api = (method: HttpMethod, address: string, body?: unknown, token: ApiCall["token"] = admin) =>
  callApi(method, `/api/v1/admin/${address}`, { ...(token && { token }), ...(body !== undefined && { body }) });
const act = (what: string, id: string, token: ApiCall["token"] = admin, given: object = {}) =>
  api("POST", `user/${what}`, { id, reason: "Ticket 4711", ...given }, token);
const addressOf = async (userId: string) =>
  (await asOwner<{ email: string }>(database(), "select email from users where id = $1", [userId]))[0]?.email ?? "";
const isAlive = async (sessionId: string) => (await identity.findSessionPerson(sessionId)) !== null;
const giveSecondFactor = (userId: string) =>
  asOwner(
    database(),
    "insert into app.second_factors (user_id, sealed_secret, confirmed_at) values ($1, 'sealed', now())",
    [userId],
  );
const logOf = (operation: string, userId: string) =>
  asOwner<{ table_name: string; reason: string; user_id: string; tenant_id: string }>(
    database(),
    `select table_name, reason, user_id, tenant_id from audit_logs where operation = $1 and actor_kind = 'platform_admin'
       and (record_id = $2 or new_values ->> 'user_id' = $2 or old_values ->> 'user_id' = $2) order by id`,
    [operation, userId],
  );
const latestMail = async () => (await mailsTo(database(), ann.email)).at(-1);

const ACTS = ["deactivate", "reactivate", "end_sessions", "reset_second_factor", "send_password_reset"];

test("only platform admins do any of it, there are people to do it to, and a reason is needed", async () => {
  const key = await createKey(tenant);
  for (const token of [owner, key, undefined])
    for (const what of ACTS) expect((await act(what, ann.userId, token ?? "x")).status, what).toBe(token ? 403 : 401);
  for (const token of [owner, key])
    expect((await api("GET", `user_sessions?id=${ann.userId}`, undefined, token)).status).toBe(403);
  expect(await isAlive(ann.sessionId)).toBe(true);
  for (const what of ACTS) {
    const { status, body } = await api("POST", `user/${what}`, { id: ann.userId, reason: " " });
    expect([status, body.detail[0].loc], what).toEqual([422, ["body", "reason"]]);
    expect((await act(what, tenant.id)).status, what).toBe(404);
  }
  expect((await api("GET", `user_sessions?id=${tenant.id}`)).status).toBe(404);
});

describe("a person who is deactivated", () => {
  test("is out everywhere with the same commit, and in again, with the same rights, when reactivated", async () => {
    const token = ann;
    expect((await callApi("GET", "/api/v1/accounts", { token })).status).toBe(200);
    await act("send_password_reset", ann.userId);
    const link = linkIn((await latestMail()) ?? { body_text: "" });
    const { status, body } = await act("deactivate", ann.userId);
    expect([status, body.disabled_at]).toEqual([200, expect.any(String)]);
    expect((await callApi("GET", "/api/v1/accounts", { token })).status).toBe(401);
    expect(await isAlive(ann.sessionId)).toBe(false);
    expect(await addressOfReset(link.searchParams.get("token") ?? "")).toBeNull();
    await expect(identity.openSession(ann.userId, null, null, 60)).rejects.toThrow();
    expect(await latestMail()).toMatchObject({ kind: "user_deactivated" });
    expect((await act("send_password_reset", ann.userId)).status).toBe(409);

    expect((await act("deactivate", ann.userId)).body.detail).toBe("This person is deactivated already");
    expect((await act("reactivate", ann.userId)).body.disabled_at).toBeNull();
    expect(await latestMail()).toMatchObject({ kind: "user_reactivated" });
    expect((await act("reactivate", ann.userId)).status).toBe(409);
    // The session of before stays ended.
    expect(await isAlive(ann.sessionId)).toBe(false);
    expect(await isAlive(await identity.openSession(ann.userId, null, null, 60))).toBe(true);
  });

  test("is in the platform's log and in the one of each tenant, with who and why", async () => {
    await act("deactivate", ann.userId);
    expect((await logOf("users.deactivate", ann.userId)).map(({ table_name, reason }) => [table_name, reason])).toEqual(
      expect.arrayContaining([
        ["users", "Ticket 4711"],
        ["sessions", "Ticket 4711"],
      ]),
    );
    const own = await callApi(
      "GET",
      `/api/v1/audit_logs?record=${ann.membershipId}&table=memberships&actor_kind=platform_admin`,
      {
        token: owner,
      },
    );
    expect(own.body.items).toMatchObject([
      {
        operation: "users.deactivate",
        actor_kind: "platform_admin",
        actor_label: "Petra Platform",
        reason: "Ticket 4711",
        old_values: { can_sign_in: true },
        new_values: { can_sign_in: false },
      },
    ]);
  });

  test("is never the admin who asks, nor the last one who is active", async () => {
    const self = await act("deactivate", admin.userId);
    expect([self.status, self.body.detail]).toEqual([
      409,
      "You cannot do this to yourself: another platform admin can",
    ]);
    expect(await isAlive(admin.sessionId)).toBe(true);
  });

  test("is one of two admins at most, if each shuts the other out at the same moment", async () => {
    for (let round = 0; round < 3; round += 1) {
      await asOwner(database(), "delete from platform_admins");
      const [one, other] = await Promise.all([createPlatformAdmin(database()), createPlatformAdmin(database())]);
      const answers = await Promise.all([act("deactivate", other.userId, one), act("deactivate", one.userId, other)]);
      const active = await asOwner(
        database(),
        "select 1 from platform_admins p join users u on u.id = p.user_id where u.disabled_at is null",
      );
      expect(active).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    }
    admin = await createPlatformAdmin(database());
  });

  test("stays out if the answer of the mail's storing fails: all of it happens, or nothing", async () => {
    await asOwner(database(), "update users set email = 'a@b' where id = $1", [ann.userId]);
    await asOwner(database(), "alter table mails add constraint no_mail check (recipient <> 'a@b') not valid");
    expect((await act("deactivate", ann.userId)).status).toBe(500);
    await asOwner(database(), "alter table mails drop constraint no_mail");
    expect(await isAlive(ann.sessionId)).toBe(true);
  });
});

describe("a person's sessions", () => {
  test("are listed with device and network, and end one by one or all at once", async () => {
    const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1";
    const other = await identity.openSession(ann.userId, "203.0.113.9", phone, 3600);
    const { items } = (await api("GET", `user_sessions?id=${ann.userId}`)).body;
    expect(items).toHaveLength(2);
    expect(items.find(({ id }: { id: string }) => id === other)).toMatchObject({
      device: { browser: "Safari", system: "iPhone", kind: "phone" },
      ip_address: "203.0.113.9",
      network: "private",
      has_second_factor: false,
    });
    expect((await act("end_sessions", ann.userId, admin, { session_id: other })).body).toEqual({ ended: 1 });
    expect([await isAlive(other), await isAlive(ann.sessionId)]).toEqual([false, true]);
    expect(await latestMail()).toMatchObject({ kind: "user_sessions_ended" });
    for (const session_id of [other, owner.sessionId])
      expect((await act("end_sessions", ann.userId, admin, { session_id })).status).toBe(404);
    expect(await isAlive(owner.sessionId)).toBe(true);
    expect((await act("end_sessions", ann.userId)).body).toEqual({ ended: 1 });
    expect((await api("GET", `user_sessions?id=${ann.userId}`)).body.items).toEqual([]);
    expect((await act("end_sessions", ann.userId)).body).toEqual({ ended: 0 });
    const rows = await logOf("users.end_sessions", ann.userId);
    expect(rows.map(({ table_name, reason }) => [table_name, reason])).toEqual([
      ["sessions", "Ticket 4711"],
      ["sessions", "Ticket 4711"],
    ]);
  });
});

describe("a second factor", () => {
  test("that was lost is taken away: sessions end, the person is told, the log and the tenant's log know why", async () => {
    expect((await act("reset_second_factor", ann.userId)).body.detail).toBe("This person has no second factor");
    await giveSecondFactor(ann.userId);
    expect((await api("GET", `user?id=${ann.userId}`)).body.second_factor_since).toEqual(expect.any(String));
    const { status, body, text } = await act("reset_second_factor", ann.userId);
    expect([status, body.second_factor_since]).toEqual([200, null]);
    expect(text).not.toContain("sealed");
    expect(await isAlive(ann.sessionId)).toBe(false);
    expect(await latestMail()).toMatchObject({ kind: "second_factor_reset" });
    const rows = await logOf("users.reset_second_factor", ann.userId);
    expect(rows.map(({ table_name, reason }) => [table_name, reason])).toEqual(
      expect.arrayContaining([["second_factors", "Ticket 4711"]]),
    );
    const own = await callApi(
      "GET",
      `/api/v1/audit_logs?record=${ann.membershipId}&table=memberships&actor_kind=platform_admin`,
      {
        token: owner,
      },
    );
    expect(own.body.items).toMatchObject([{ operation: "users.reset_second_factor", reason: "Ticket 4711" }]);
    const log = await asOwner<{ all: string }>(
      database(),
      "select string_agg(a::text, ' ') as all from audit_logs a where operation = 'users.reset_second_factor'",
    );
    expect(log[0]?.all).not.toContain("sealed_secret");
  });

  test("of the admin who asks is not reset here", async () => {
    await giveSecondFactor(admin.userId);
    expect((await act("reset_second_factor", admin.userId)).status).toBe(409);
    await asOwner(database(), "delete from app.second_factors where user_id = $1", [admin.userId]);
  });

  test("is a filter of the list, and so is being a platform admin", async () => {
    await giveSecondFactor(ann.userId);
    const ids = async (query: string) =>
      (await api("GET", `users?size=100&${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids("second_factor=true")).toContain(ann.userId);
    expect(await ids("second_factor=false")).not.toContain(ann.userId);
    expect(await ids("platform_admin=true")).toContain(admin.userId);
    expect(await ids("platform_admin=true")).not.toContain(ann.userId);
    expect(await ids("platform_admin=false")).toContain(ann.userId);
    expect(await ids(`name=${ann.email.slice(0, 12)}`)).toEqual([ann.userId]);
    expect(await ids("name=an")).toContain(ann.userId);
  });
});

test("a link to a new password is mailed, serves once, and puts the one before out of use", async () => {
  expect((await act("send_password_reset", ann.userId)).status).toBe(200);
  const first = linkIn((await latestMail()) ?? { body_text: "" }).searchParams.get("token") ?? "";
  expect(await addressOfReset(first)).toBe(ann.email);
  const { text } = await act("send_password_reset", ann.userId);
  const mail = (await latestMail()) ?? { body_text: "" };
  const token = linkIn(mail).searchParams.get("token") ?? "";
  expect(text).not.toContain(token);
  expect(await addressOfReset(first)).toBeNull();
  const origin = { requestId: "test-reset", ipAddress: null, userAgent: null };
  await resetPassword({ token, password: "quiet-lantern-over-maple-4711" }, origin);
  expect(await addressOfReset(token)).toBeNull();
  const rows = await logOf("users.send_password_reset", ann.userId);
  expect(rows).toMatchObject([
    { table_name: "password_resets", reason: "Ticket 4711", user_id: admin.userId },
    { table_name: "password_resets", reason: "Ticket 4711", user_id: admin.userId },
  ]);
  expect(JSON.stringify(rows)).not.toContain(token);
});
