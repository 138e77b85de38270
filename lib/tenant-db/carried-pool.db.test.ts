import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { createMember, createTenant, doorsOfThisFile, makeAccount, type TestTenant } from "@/lib/testing/fixtures";
import { startWireProxy, type WireProxy } from "@/lib/testing/wire-proxy";
import type { WriteClient } from "./client";
import { Door } from "./door";
import { sql } from "./index";

const database = doorsOfThisFile();
let proxy: WireProxy;
let tenant: TestTenant;
let member: MemberActor;
let accountId: string;

beforeAll(async () => {
  proxy = await startWireProxy(database().tenantUrl);
  tenant = await createTenant(database());
  member = await createMember(database(), tenant);
  accountId = (await makeAccount(tenant)).id;
});

afterAll(() => proxy.close());

const doors: Door[] = [];
function openDoor(namedStatements = true, poolMax = 1): Door {
  const door = new Door({ url: proxy.url, role: "tenant", poolMin: 0, poolMax, namedStatements });
  doors.push(door);
  return door;
}
afterAll(() => Promise.all(doors.map((door) => door.close())));

/** Round trips of some work, as the pool counts them and as the wire shows them. */
async function tripsOf(door: Door, work: () => Promise<unknown>): Promise<{ counted: number; onWire: number }> {
  await proxy.settled();
  const before = { counted: door.pool.counters.roundTrips, onWire: proxy.roundTrips() };
  await work();
  await proxy.settled();
  return { counted: door.pool.counters.roundTrips - before.counted, onWire: proxy.roundTrips() - before.onWire };
}

const rename = (db: WriteClient, name: string) =>
  db.account.updateMany({ where: { id: accountId }, data: { displayName: name } });

describe.each([
  ["named", true],
  ["unnamed", false],
])("with %s statements", (_label, named) => {
  let door: Door;
  beforeAll(async () => {
    door = openDoor(named);
    // The first call of a connection also makes the connection.
    await door.read(member, "test", (db) => db.account.findFirst({ where: { id: accountId }, select: { id: true } }));
  });

  test("a scoped read is one round trip", async () => {
    const model = () =>
      door.read(member, "test", (db) => db.account.findFirst({ where: { id: accountId }, select: { name: true } }));
    const raw = () => door.read(member, "test", (db) => db.rows(sql`select id from accounts`));
    for (const read of [model, model, raw, raw]) expect(await tripsOf(door, read)).toEqual({ counted: 1, onWire: 1 });
  });

  test("k reads are k round trips", async () => {
    const read = () =>
      door.read(member, "test", async (db) => {
        for (let i = 0; i < 5; i += 1) await db.account.count();
      });
    expect(await tripsOf(door, read)).toEqual({ counted: 5, onWire: 5 });
  });

  test.each([1, 2, 5])("a transaction of %i statements is at most one round trip more", async (statements) => {
    const write = () =>
      door.write(
        member,
        "test",
        async (db) => {
          for (let i = 0; i < statements; i += 1) await rename(db, `Name ${i}`);
        },
        {},
      );
    expect(await tripsOf(door, write)).toEqual({ counted: statements + 1, onWire: statements + 1 });
  });

  test("a transaction without statements is none at all", async () => {
    expect(await tripsOf(door, () => door.write(member, "test", async () => {}, {}))).toEqual({
      counted: 0,
      onWire: 0,
    });
  });

  test("a read whose session ended costs one round trip, and the next statement of the connection works", async () => {
    const ended = { ...member, sessionId: "00000000-0000-4000-8000-000000000000", pass: null };
    // A text that the connection has not prepared yet: the failing prelude makes the server skip its Parse.
    const read = (actor: MemberActor) =>
      door.read(actor, "test", (db) =>
        db.account.findMany({ where: { displayName: "poisoned?" }, select: { id: true } }),
      );
    const refused = await tripsOf(door, () => expect(read(ended)).rejects.toMatchObject({ code: "token_expired" }));
    expect(refused).toEqual({ counted: 1, onWire: 1 });
    expect(await read(member)).toEqual([]);
    expect(await read(member)).toEqual([]);
  });

  test("a named raw statement survives a prelude that fails before its first use", async () => {
    const ended = { ...member, sessionId: "00000000-0000-4000-8000-000000000000", pass: null };
    const read = (actor: MemberActor) =>
      door.read(actor, "test", (db) => db.rows<{ one: number }>(sql`select 1 as one`, "test_named"));
    await expect(read(ended)).rejects.toMatchObject({ code: "token_expired" });
    expect(await read(member)).toEqual([{ one: 1 }]);
    await expect(read(ended)).rejects.toMatchObject({ code: "token_expired" });
    expect(await read(member)).toEqual([{ one: 1 }]);
  });

  test("a statement that fails in its Parse leaves the connection whole", async () => {
    const broken = () => door.read(member, "test", (db) => db.rows(sql`select nonsense from accounts`, "test_broken"));
    await expect(broken()).rejects.toThrow(/nonsense/);
    await expect(broken()).rejects.toThrow(/nonsense/);
    expect(await door.read(member, "test", (db) => db.account.count())).toBe(1);
  });
});

describe("nothing remains on a connection", () => {
  const SETTINGS = ["current_tenant", "user_id", "platform_user_id", "account_scope", "context", "seal"];
  const POOL_MAX = 3;
  let door: Door;

  beforeEach(() => {
    door = openDoor(true, POOL_MAX);
  });

  test("after 2,000 mixed operations with errors in between", { timeout: 60_000 }, async () => {
    const ended = { ...member, sessionId: "00000000-0000-4000-8000-000000000000", pass: null };
    const operations: (() => Promise<unknown>)[] = [
      () => door.read(member, "test", (db) => db.account.count()),
      () => door.read(tenant.system, "test", (db) => db.rows(sql`select count(*) from accounts`)),
      () => door.write(member, "test", (db) => rename(db, "Kept"), {}),
      () => door.read(ended, "test", (db) => db.account.count()),
      () => door.read(member, "test", (db) => db.rows(sql`select 1 / (random() * 0)::int`)),
      () => door.read(member, "test", (db) => db.rows(sql`delete from roles`)),
      () =>
        door.write(
          member,
          "test",
          async (db) => {
            await rename(db, "Undone");
            throw new Error("by the work itself");
          },
          {},
        ),
      () =>
        door.write(
          member,
          "test",
          (db) => db.rows(sql`insert into accounts (tenant_id) values (gen_random_uuid())`),
          {},
        ),
    ];
    const outcomes = new Map<string, number>();
    let next = 0;
    const worker = async () => {
      while (next < 2000) {
        const operation = operations[next % operations.length];
        next += 1;
        const outcome = await operation?.().then(
          () => "done",
          () => "failed",
        );
        outcomes.set(outcome ?? "", (outcomes.get(outcome ?? "") ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    expect(Object.fromEntries(outcomes)).toEqual({ done: 750, failed: 1250 });

    // All connections at once, each held long enough that no other look gets it.
    const values = SETTINGS.map((name) => `coalesce(current_setting('app.${name}', true), '') as ${name}`).join(", ");
    const look = `select ${values}, current_setting('transaction_read_only') as read_only, pg_backend_pid() as pid,
      (select count(*)::int from accounts) as accounts, pg_sleep(0.3)::text as slept`;
    const looks = await Promise.all(Array.from({ length: POOL_MAX }, () => door.pool.withoutContext(look, [])));
    const found = looks.map(({ rows }) => rows[0]);
    const empty = Object.fromEntries(SETTINGS.map((name) => [name, ""]));
    for (const row of found) expect(row).toMatchObject({ ...empty, read_only: "off", accounts: 0 });
    expect(new Set(found.map(({ pid }) => pid)).size).toBe(POOL_MAX);
    expect(door.pool.totalCount).toBeLessThanOrEqual(POOL_MAX);
    const [account] = await door.read(member, "test", (db) => db.account.findMany({ select: { displayName: true } }));
    expect(account).toEqual({ displayName: "Kept" });
  });

  test("a pool that is asked without a scope refuses", async () => {
    await expect(async () => door.pool.query("select 1")).rejects.toThrow("without the door");
    await expect(async () => door.pool.connect()).rejects.toThrow("without the door");
  });
});
