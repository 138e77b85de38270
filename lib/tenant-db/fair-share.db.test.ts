import { beforeAll, describe, expect, test } from "vitest";
import type { TenantActor } from "@/lib/actor";
import { AppError } from "@/lib/errors";
import { asOwner, createMember, createTenant, doorsOfThisFile } from "@/lib/testing/fixtures";
import { FairShare } from "./fair-share";
import { sql, tenantRead, tenantWrite } from "./index";

const POOL = 5;
const SHARE = 3;
const database = doorsOfThisFile({ poolMax: POOL });
let noisy: TenantActor;
let quiet: TenantActor;

beforeAll(async () => {
  noisy = await createMember(database(), await createTenant(database()));
  quiet = await createMember(database(), await createTenant(database()));
});

const asLong = (actor: TenantActor, key: number) =>
  tenantRead(actor, null, (db) => db.rows(sql`select pg_advisory_xact_lock_shared(${key}::bigint)`));

/** Holds a lock that others wait for in the database, until it is let go: statements that take as long as we like. */
async function withLock<T>(key: number, work: () => Promise<T>): Promise<T> {
  let letGo: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let isHeld: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    isHeld = resolve;
  });
  const holder = tenantWrite(quiet, null, "test.hold", async (db) => {
    await db.rows(sql`select pg_advisory_xact_lock(${key}::bigint)`);
    isHeld();
    await held;
  });
  await ready;
  try {
    return await work();
  } finally {
    letGo();
    await holder;
  }
}

const waitingForLocks = async () => {
  const [row] = await asOwner<{ count: number }>(
    database(),
    "select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return row?.count;
};

test("while a tenant floods the server with slow reads, another one's request is answered", async () => {
  let finished = 0;
  await withLock(71, async () => {
    const flood = Array.from({ length: 30 }, () => asLong(noisy, 71).then(() => (finished += 1)));
    await expect.poll(waitingForLocks).toBe(SHARE);
    for (let n = 0; n < 10; n += 1)
      expect(await tenantRead(quiet, null, (db) => db.rows(sql`select 1 as one`))).toEqual([{ one: 1 }]);
    expect(await tenantRead(quiet, null, (db) => db.account.count())).toBe(0);
    expect(finished, "the others were answered before any of the flood").toBe(0);
    expect(await waitingForLocks()).toBe(SHARE);
    return void Promise.all(flood);
  });
  await expect.poll(() => finished).toBe(30);
});

test("what goes beyond queue and patience is refused with Retry-After, whether it is raw SQL, a model or a transaction", async () => {
  await withLock(72, async () => {
    const flood = Array.from({ length: SHARE }, () => asLong(noisy, 72));
    await expect.poll(waitingForLocks).toBe(SHARE);
    const late = [
      tenantRead(noisy, null, (db) => db.rows(sql`select 1`)),
      tenantRead(noisy, null, (db) => db.account.count()),
      tenantWrite(noisy, null, "test.late", (db) => db.account.count()),
    ];
    const queued = Array.from({ length: 197 }, () => tenantRead(noisy, null, (db) => db.rows(sql`select 1`)));
    const settled = Promise.allSettled([...late, ...queued]);
    const beyond = await tenantRead(noisy, null, (db) => db.account.count()).catch((error: unknown) => error);
    expect(beyond).toMatchObject({ code: "rate_limited", status: 429, retryAfterSeconds: 1 });
    for (const result of (await settled).slice(0, 3))
      expect(result).toMatchObject({ status: "rejected", reason: { code: "rate_limited" } });
    return void Promise.all(flood);
  });
  expect(await tenantRead(noisy, null, (db) => db.account.count())).toBe(0);
});

describe("a share", () => {
  test("hands places on in order, and is empty at the end", async () => {
    const share = new FairShare({ perTenant: 2 });
    const order: number[] = [];
    expect([share.enter("a"), share.enter("a"), share.enter("b")]).toEqual([null, null, null]);
    const waits = [1, 2, 3].map((n) => share.enter("a")?.then(() => order.push(n)));
    for (let n = 0; n < 3; n += 1) share.leave("a");
    await Promise.all(waits);
    expect(order).toEqual([1, 2, 3]);
    for (const tenant of ["a", "a", "b"]) share.leave(tenant);
    expect(() => share.leave("a")).toThrow("nobody took");
  });

  test("refuses at once when too many wait", () => {
    const share = new FairShare({ perTenant: 1, maxWaiting: 0 });
    expect(share.enter("a")).toBeNull();
    expect(() => share.enter("a")).toThrow(AppError);
  });
});
