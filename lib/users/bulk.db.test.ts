import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { MemberActor, PlatformAdminActor } from "@/lib/actor";
import { MAX_BULK } from "@/lib/bulk";
import { identity } from "@/lib/tenant-db";
import { type ApiCall, callApi } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let admin: PlatformAdminActor;
let ann: MemberActor;
let bob: MemberActor;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  admin = await createPlatformAdmin(database());
});
beforeEach(async () => {
  [ann, bob] = await Promise.all([createMember(database(), tenant), createMember(database(), tenant)]);
});

const ACTS = ["deactivate", "reactivate", "end_sessions"];
const REASON = "Ticket 4711";
const act = (what: string, ids: string[], token: ApiCall["token"] = admin, reason = REASON) =>
  callApi("POST", `/api/v1/admin/users/bulk_${what}`, { ...(token && { token }), body: { ids, reason } });
const outcomes = ({ body }: Awaited<ReturnType<typeof act>>) =>
  body.items.map(({ error }: { error: { code: string } | null }) => error?.code ?? "done");
const isAlive = async (sessionId: string) => (await identity.findSessionPerson(sessionId)) !== null;
const isShutOut = async (userId: string) => {
  const [row] = await asOwner<{ is: boolean }>(
    database(),
    "select disabled_at is not null as is from users where id = $1",
    [userId],
  );
  return row?.is;
};
const logOf = (operation: string, userId: string) =>
  asOwner<{ reason: string; user_id: string }>(
    database(),
    "select reason, user_id from audit_logs where operation = $1 and table_name = 'users' and record_id = $2",
    [operation, userId],
  );
const mailsOf = async (userId: string) => {
  const rows = await asOwner<{ kind: string }>(
    database(),
    "select m.kind from mails m join users u on u.email = m.recipient where u.id = $1 order by m.id",
    [userId],
  );
  return rows.map(({ kind }) => kind);
};

test("people who are deactivated together are out at once, each in the log with the reason, and are told", async () => {
  const answer = await act("deactivate", [ann.userId, bob.userId]);
  expect([answer.status, answer.body.done, answer.body.refused]).toEqual([200, 2, 0]);
  for (const { userId, sessionId } of [ann, bob]) {
    expect(await isAlive(sessionId)).toBe(false);
    expect(await logOf("users.deactivate", userId)).toEqual([{ reason: REASON, user_id: admin.userId }]);
    expect(await mailsOf(userId)).toEqual(["user_deactivated"]);
  }
  expect((await act("reactivate", [ann.userId, bob.userId])).body).toMatchObject({ done: 2, refused: 0 });
  for (const { userId } of [ann, bob]) {
    expect(await isShutOut(userId)).toBe(false);
    expect(await logOf("users.reactivate", userId)).toEqual([{ reason: REASON, user_id: admin.userId }]);
  }
});

test("who may not be deactivated is refused alone, each with the sentence of the act on one, in the order named", async () => {
  await act("deactivate", [bob.userId]);
  const unknown = randomUUID();
  const answer = await act("deactivate", [admin.userId, bob.userId, unknown, ann.userId, ann.userId.toUpperCase()]);
  expect(answer.body).toMatchObject({
    done: 1,
    refused: 3,
    items: [
      { id: admin.userId, error: { message: "You cannot do this to yourself: another platform admin can" } },
      { id: bob.userId, error: { message: "This person is deactivated already" } },
      { id: unknown, error: { code: "not_found" } },
      { id: ann.userId, outcome: "done", error: null },
    ],
  });
  expect(await isShutOut(admin.userId)).toBe(false);
  expect(await isAlive(admin.sessionId)).toBe(true);
  expect(await isShutOut(ann.userId)).toBe(true);
  // A refusal leaves neither a row nor a mail.
  expect(await logOf("users.deactivate", bob.userId)).toHaveLength(1);
  expect(await mailsOf(bob.userId)).toEqual(["user_deactivated"]);
  expect(outcomes(await act("reactivate", [owner.userId, ann.userId]))).toEqual(["conflict", "done"]);
});

test("all sessions of many end, save those of whoever asks, wherever they stand among them", async () => {
  const phone = await identity.openSession(ann.userId, null, null, 3600);
  const answer = await act("end_sessions", [ann.userId, admin.userId, bob.userId]);
  expect(answer.body).toMatchObject({
    done: 2,
    items: [
      { outcome: "done" },
      { error: { message: "These are your own sessions: end them under My account" } },
      { outcome: "done" },
    ],
  });
  for (const session of [ann.sessionId, phone, bob.sessionId]) expect(await isAlive(session)).toBe(false);
  expect(await isAlive(admin.sessionId)).toBe(true);
  expect(await isShutOut(ann.userId)).toBe(false);
  expect(await mailsOf(ann.userId)).toEqual(["user_sessions_ended"]);
  // Sent again, it does no harm, and nobody is told twice.
  expect((await act("end_sessions", [ann.userId])).body).toMatchObject({ done: 1 });
  expect(await mailsOf(ann.userId)).toEqual(["user_sessions_ended"]);
});

test("nobody but a platform admin does it to anybody", async () => {
  const key = await createKey(tenant);
  for (const what of ACTS) {
    for (const token of [owner, key, undefined])
      expect((await act(what, [ann.userId], token ?? "x")).status, what).toBe(token ? 403 : 401);
  }
  expect(await isAlive(ann.sessionId)).toBe(true);
});

test("an admin who is none any more is refused whole", async () => {
  const former = await createPlatformAdmin(database());
  await asOwner(database(), "delete from platform_admins where user_id = $1", [former.userId]);
  for (const what of ACTS) expect((await act(what, [ann.userId, bob.userId], former)).status, what).toBe(403);
  expect(await isAlive(ann.sessionId)).toBe(true);
});

test.each([
  ["none", []],
  ["too many", Array.from({ length: MAX_BULK + 1 }, () => randomUUID())],
  ["no id", ["x"]],
])("with %s names the field", async (_what, ids) => {
  for (const what of ACTS) {
    const { status, body } = await act(what, ids);
    expect(status, what).toBe(422);
    expect(body.detail[0].loc.slice(0, 2)).toEqual(["body", "ids"]);
  }
});

test("without a reason nothing is done", async () => {
  for (const what of ACTS) {
    const { status, body } = await act(what, [ann.userId], admin, " ");
    expect([status, body.detail[0].loc], what).toEqual([422, ["body", "reason"]]);
  }
  expect(await isAlive(ann.sessionId)).toBe(true);
});
