import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { identity, personRead, personWrite, purgeBookkeeping, sql } from "@/lib/tenant-db";
import {
  asOwner,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { endSession, endSessions } from "./commands";
import { listSessions } from "./queries";

const database = doorsOfThisFile();
let tenant: TestTenant;
let ann: PersonActor;
let bob: PersonActor;

beforeAll(async () => {
  tenant = await createTenant(database());
});

beforeEach(async () => {
  ann = personOf(await createMember(database(), tenant, { role: "viewer" }));
  bob = personOf(await createMember(database(), tenant));
});

function personOf({ userId, sessionId, ...origin }: Omit<PersonActor, "kind">): PersonActor {
  const { requestId, ipAddress, userAgent } = origin;
  return { kind: "person", userId, sessionId, requestId, ipAddress, userAgent };
}

const idsOf = async (actor: PersonActor) => (await listSessions(actor)).items.map(({ id }) => id);
const anotherOf = (actor: PersonActor, address = "203.0.113.9", agent = "curl/8.5.0") =>
  identity.openSession(actor.userId, address, agent, 3600);
const isLive = async (sessionId: string) => (await identity.findSessionPerson(sessionId)) !== null;

interface Times {
  expires: number;
  ends: number | null;
  seen: number;
}

/** Seconds from now, to the minute: a busy machine takes a moment between a use and this look. */
async function timesOf(sessionId: string): Promise<Times | undefined> {
  const [row] = await asOwner<{ expires: number; ends: number | null; seen: number }>(
    database(),
    `select 60 * round(extract(epoch from expires_at - now()) / 60)::int as expires,
       60 * round(extract(epoch from ends_at - now()) / 60)::int as ends,
       60 * round(extract(epoch from now() - last_seen_at) / 60)::int as seen from sessions where id = $1`,
    [sessionId],
  );
  return row;
}

const age = (sessionId: string, minutes: number) =>
  asOwner(
    database(),
    `update sessions set created_at = created_at - make_interval(mins => $2), expires_at = expires_at - make_interval(mins => $2),
       ends_at = ends_at - make_interval(mins => $2) where id = $1`,
    [sessionId, minutes],
  ).then(() =>
    // The trigger that puts the end off fires on this column alone, and must not: nobody used the session.
    asOwner(database(), `alter table sessions disable trigger slide`).then(async () => {
      await asOwner(
        database(),
        "update sessions set last_seen_at = last_seen_at - make_interval(mins => $2) where id = $1",
        [sessionId, minutes],
      );
      await asOwner(database(), `alter table sessions enable trigger slide`);
    }),
  );

describe("the list", () => {
  test("has the person's living sessions with device and place, the one that asks first", async () => {
    const other = await anotherOf(ann);
    const { items } = await listSessions(ann);
    expect(items.map(({ id }) => id)).toEqual([ann.sessionId, other]);
    expect(items[0]).toMatchObject({ is_current: true, ip_address: "127.0.0.1", network: "this_machine" });
    expect(items[1]).toMatchObject({
      is_current: false,
      ip_address: "203.0.113.9",
      user_agent: "curl/8.5.0",
      device: { browser: "curl", system: null, kind: "program" },
      ended_at: null,
    });
  });

  test("shows nobody else's, and none that have ended", async () => {
    const [ended, revoked] = [await anotherOf(ann), await anotherOf(ann)];
    await asOwner(database(), "update sessions set expires_at = now() where id = $1", [ended]);
    await identity.closeSession(revoked);
    expect(await idsOf(ann)).toEqual([ann.sessionId]);
    expect(await idsOf(bob)).toEqual([bob.sessionId]);
  });

  test("is there for the platform's staff, who are in no tenant", async () => {
    const admin = personOf(await createPlatformAdmin(database()));
    expect(await idsOf(admin)).toEqual([admin.sessionId]);
  });
});

describe("ending", () => {
  test("one session refuses it at once, leaves the others, and an audit row without a secret", async () => {
    const [ended, kept] = [await anotherOf(ann), await anotherOf(ann)];
    expect(await endSession(ann, { id: ended })).toMatchObject({ id: ended, ended_at: expect.any(String) });
    expect([await isLive(ended), await isLive(kept), await isLive(ann.sessionId)]).toEqual([false, true, true]);
    const rows = await asOwner(
      database(),
      `select action, operation, actor_kind, user_id, request_id, host(ip_address) as ip, old_values ->> 'revoked_at' as before,
         new_values ->> 'revoked_at' is not null as ended, new_values ->> 'ip_address' as from_ip
       from audit_logs where table_name = 'sessions' and record_id = $1`,
      [ended],
    );
    expect(rows).toEqual([
      {
        action: "update",
        operation: "sessions.end",
        actor_kind: "user",
        user_id: ann.userId,
        request_id: ann.requestId,
        ip: "127.0.0.1",
        before: null,
        ended: true,
        from_ip: "203.0.113.9",
      },
    ]);
  });

  test("another person's, an ended one or none is the same as one that never was", async () => {
    const ended = await anotherOf(ann);
    await endSession(ann, { id: ended });
    for (const id of [bob.sessionId, ended, "0190a000-0000-7000-8000-00000000000a"])
      await expect(endSession(ann, { id })).rejects.toMatchObject({ code: "not_found", message: "Session not found" });
    expect(await isLive(bob.sessionId)).toBe(true);
  });

  test("all others keeps this one; everywhere ends this one too, and nobody else's", async () => {
    const others = [await anotherOf(ann), await anotherOf(ann)];
    expect(await endSessions(ann, { keep_current: true })).toEqual({ ended: 2 });
    expect(await Promise.all([...others, ann.sessionId, bob.sessionId].map(isLive))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(await endSessions(ann, { keep_current: false })).toEqual({ ended: 1 });
    await expect(listSessions(ann)).rejects.toMatchObject({ code: "token_expired" });
    expect(await isLive(bob.sessionId)).toBe(true);
  });

  test("an ended session stays ended, whatever is sent", async () => {
    const ended = await anotherOf(ann);
    await endSession(ann, { id: ended });
    await personWrite(ann, "test", (db) =>
      db.rows(sql`update sessions set revoked_at = null where id = ${ended}::uuid`),
    );
    expect(await isLive(ended)).toBe(false);
    const later = sql`update sessions set expires_at = now() + interval '1 year' where id = ${ann.sessionId}::uuid`;
    await expect(personWrite(ann, "test", (db) => db.rows(later))).rejects.toThrow();
  });

  test("sign-out leaves an audit row in the person's name", async () => {
    await identity.closeSession(ann.sessionId);
    const rows = await asOwner(
      database(),
      "select operation, actor_kind, user_id, actor_label from audit_logs where table_name = 'sessions' and record_id = $1",
      [ann.sessionId],
    );
    expect(rows).toEqual([
      { operation: "sessions.sign_out", actor_kind: "user", user_id: ann.userId, actor_label: "Ann Example" },
    ]);
    await identity.closeSession(ann.sessionId);
  });
});

describe("a session", () => {
  const HOUR = 3600;

  test("ends when it stays unused, and use puts that off, at most once a minute", async () => {
    const id = await identity.openSession(ann.userId, null, null, 12 * HOUR, 30 * 60);
    expect(await timesOf(id)).toMatchObject({ expires: 30 * 60, ends: 12 * HOUR });
    // A use right after sign-in is not worth a write.
    await identity.findSessionGrant(id, tenant.slug);
    expect((await timesOf(id))?.expires).toBeLessThanOrEqual(30 * 60);
    await age(id, 20);
    expect((await timesOf(id))?.expires).toBeLessThanOrEqual(10 * 60);
    expect(await identity.findSessionGrant(id, tenant.slug)).not.toBeNull();
    expect(await timesOf(id)).toMatchObject({ expires: 30 * 60, seen: 0 });
  });

  test("is refused once it was unused for too long, by page, action and API alike, and cannot be revived", async () => {
    const id = await identity.openSession(ann.userId, null, null, 12 * HOUR, 30 * 60);
    await age(id, 31);
    expect(await identity.findSessionGrant(id, tenant.slug)).toBeNull();
    expect(await identity.findSessionPerson(id)).toBeNull();
    await expect(listSessions({ ...ann, sessionId: id })).rejects.toMatchObject({ code: "token_expired" });
    expect((await timesOf(id))?.expires).toBeLessThan(0);
  });

  test("lasts no longer than its lifetime, however much it is used", async () => {
    const id = await identity.openSession(ann.userId, null, null, HOUR, 30 * 60);
    await age(id, 20);
    await identity.findSessionPerson(id);
    await age(id, 20);
    await identity.findSessionPerson(id);
    // 40 minutes are gone: of the lifetime 20 are left, and the half hour without use would be more.
    expect(await timesOf(id)).toMatchObject({ expires: 20 * 60, ends: 20 * 60 });
    await age(id, 20);
    expect(await isLive(id)).toBe(false);
  });

  test("that is used keeps its pass; one whose end comes nearer loses it", async () => {
    const id = await identity.openSession(ann.userId, null, null, 12 * HOUR, 30 * 60);
    const before = await identity.findSessionGrant(id, tenant.slug);
    await asOwner(database(), "update sessions set last_seen_at = now() + interval '1 minute' where id = $1", [id]);
    expect((await identity.findSessionGrant(id, tenant.slug))?.passId).toBe(before?.passId);
    await asOwner(database(), "update sessions set expires_at = now() + interval '1 minute' where id = $1", [id]);
    expect((await identity.findSessionGrant(id, tenant.slug))?.passId).not.toBe(before?.passId);
  });

  test("without an idle limit ends by its lifetime only", async () => {
    const id = await identity.openSession(ann.userId, null, null, HOUR);
    expect(await timesOf(id)).toMatchObject({ expires: HOUR, ends: null });
  });
});

test("sessions are forgotten half a year after their end, and not before", async () => {
  const [old, recent, revoked] = [await anotherOf(ann), await anotherOf(ann), await anotherOf(ann)];
  const end = (id: string, days: number, column: string) =>
    asOwner(database(), `update sessions set ${column} = now() - make_interval(days => $2) where id = $1`, [id, days]);
  await end(old, 181, "expires_at");
  await end(recent, 179, "expires_at");
  await end(revoked, 181, "revoked_at");
  await purgeBookkeeping(30);
  const rows = await asOwner<{ id: string }>(database(), "select id from sessions where user_id = $1", [ann.userId]);
  expect(rows.map(({ id }) => id).toSorted()).toEqual([ann.sessionId, recent].toSorted());
});

describe("a person's own context", () => {
  test("reaches no row of a tenant, nor another person's", async () => {
    const counts = await personRead(ann, (db) =>
      db.rows(sql`select (select count(*)::int from users) as people, (select count(*)::int from sessions) as sessions,
        (select count(*)::int from roles) as roles, (select count(*)::int from memberships) as memberships,
        (select count(*)::int from tenants) as tenants, (select count(*)::int from audit_logs) as entries`),
    );
    expect(counts).toEqual([{ people: 1, sessions: 1, roles: 0, memberships: 0, tenants: 0, entries: 0 }]);
    const [there] = await asOwner<{ roles: number; entries: number }>(
      database(),
      "select (select count(*)::int from roles) as roles, (select count(*)::int from audit_logs) as entries",
    );
    expect(there?.roles).toBeGreaterThan(0);
    expect(there?.entries).toBeGreaterThan(0);
  });

  test("is refused models of tenants and narrowed to the person, also without the policies", async () => {
    await expect(personRead(ann, (db) => db.role.findMany())).rejects.toThrow(/outside of tenants/);
    expect(await personRead(ann, (db) => db.user.findMany({ where: { id: bob.userId } }))).toEqual([]);
  });

  test("reads only when it reads, and ends with the session", async () => {
    const change = sql`update users set full_name = 'x' where id = ${ann.userId}::uuid returning id`;
    await expect(personRead(ann, (db) => db.rows(change))).rejects.toThrow(/read-only/);
    await asOwner(database(), "update users set disabled_at = now() where id = $1", [ann.userId]);
    await expect(listSessions(ann)).rejects.toMatchObject({ code: "token_expired" });
  });
});
