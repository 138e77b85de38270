import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MemberActor, TenantActor } from "@/lib/actor";
import { asOwner, createMember, createTenant, doorsOfThisFile, type TestTenant } from "@/lib/testing/fixtures";
import type { ReadClient } from "./client";
import { sql, tenantRead, tenantWrite } from "./index";
import { tenantDoor } from "./pools";

// Prisma may merge or delay calls of one tick; whatever it does, each must run in the context of its own client.

const TENANTS = 8;
const POOL_MAX = 3;
const ROUNDS = 40;

const database = doorsOfThisFile({ poolMax: POOL_MAX });
/** The same ids exist in every tenant, since keys begin with the tenant: only the context tells them apart. */
const SHARED_IDS = Array.from({ length: 4 }, () => randomUUID());
let tenants: { tenant: TestTenant; member: MemberActor; ownId: string }[];
let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: database().ownerUrl });
  await owner.connect();
  tenants = [];
  for (let i = 0; i < TENANTS; i += 1) {
    const tenant = await createTenant(database());
    const ownId = randomUUID();
    for (const id of [...SHARED_IDS, ownId])
      await asOwner(
        database(),
        "insert into accounts (tenant_id, id, name, display_name, currency) values ($1, $2::uuid, $2::uuid::text, $3, 'EUR')",
        [tenant.id, id, tenant.slug],
      );
    tenants.push({ tenant, member: await createMember(database(), tenant), ownId });
  }
});

afterAll(() => owner.end());

interface Tally {
  rows: number;
  foreign: number;
  missing: number;
  failed: number;
}

const COLUMNS = { id: true, tenantId: true, displayName: true } as const;
type Seen = { tenantId: string; displayName: string | null } | null | undefined;

function count(tally: Tally, tenant: TestTenant, rows: Seen[], expected: number): void {
  tally.rows += rows.length;
  for (const row of rows)
    if (row && (row.tenantId !== tenant.id || row.displayName !== tenant.slug)) tally.foreign += 1;
  tally.missing += expected - rows.filter(Boolean).length;
}

/** Several reads of the same ids in one tick, by every way that there is. */
function readAll(db: ReadClient): Promise<Seen[]>[] {
  return [
    ...SHARED_IDS.map(async (id) => [await db.account.findFirst({ where: { id }, select: COLUMNS })]),
    db.account.findMany({ where: { id: { in: SHARED_IDS } }, select: COLUMNS }),
    db.rows(sql`select tenant_id as "tenantId", display_name as "displayName" from accounts
      where id = any (${SHARED_IDS}::uuid[])`),
  ];
}
const EXPECTED = [1, 1, 1, 1, SHARED_IDS.length, SHARED_IDS.length];

async function readRound(tally: Tally, actor: TenantActor, tenant: TestTenant): Promise<void> {
  const results = await tenantRead(actor, null, (db) => Promise.all(readAll(db)));
  for (const [index, rows] of results.entries()) count(tally, tenant, rows, EXPECTED[index] ?? 0);
}

async function writeRound(tally: Tally, actor: TenantActor, tenant: TestTenant): Promise<void> {
  const results = await tenantWrite(actor, null, "test", async (db) => {
    const first = await db.account.findMany({ where: { id: { in: SHARED_IDS } }, select: COLUMNS });
    const changed = await db.account.updateManyAndReturn({
      where: { id: { in: SHARED_IDS } },
      data: { country: "DE" },
      select: COLUMNS,
    });
    return [first, changed];
  });
  for (const rows of results) count(tally, tenant, rows, SHARED_IDS.length);
}

/** Work that fails in the middle: by its own error, by a timeout, by a statement that PostgreSQL refuses. */
const FAILURES: ((actor: TenantActor) => Promise<unknown>)[] = [
  (actor) =>
    tenantRead(actor, null, async (db) => {
      await db.account.findFirst({ where: { id: SHARED_IDS[0] }, select: COLUMNS });
      throw new Error("by the work itself");
    }),
  (actor) => tenantRead(actor, null, (db) => db.rows(sql`select 1 / 0 from accounts`)),
  (actor) =>
    tenantWrite(actor, null, "test", async (db) => {
      await db.rows(sql`select set_config('statement_timeout', '5', true)`);
      await db.rows(sql`select pg_sleep(1), * from accounts`);
    }),
  (actor) => tenantWrite(actor, null, "test", (db) => db.account.deleteMany({ where: { id: SHARED_IDS[0] } })),
];

describe("eight tenants on a pool of three", () => {
  test("read the same ids in the same tick, with errors and cancellations in between", {
    timeout: 120_000,
  }, async () => {
    const tally: Tally = { rows: 0, foreign: 0, missing: 0, failed: 0 };
    let cancelled = 0;
    let isOver = false;
    // Cancels whatever runs, again and again; a cancelled read is answered as unavailable and counted as failed.
    const canceller = (async () => {
      while (!isOver) {
        const { rows } = await owner.query<{ done: boolean }>(
          `select pg_cancel_backend(pid) as done from pg_stat_activity
           where datname = current_database() and usename = 'tenant_user' and state = 'active' order by random() limit 1`,
        );
        cancelled += rows.length;
      }
    })();
    const guarded = (work: Promise<void>) =>
      work.catch(() => {
        tally.failed += 1;
      });
    for (let round = 0; round < ROUNDS; round += 1) {
      await Promise.all(
        tenants.flatMap(({ tenant, member }, index) => [
          guarded(readRound(tally, member, tenant)),
          guarded(readRound(tally, tenant.system, tenant)),
          ...(round % 4 === 0 ? [guarded(writeRound(tally, member, tenant))] : []),
          ...((round + index) % 3 === 0 ? [FAILURES[round % FAILURES.length]?.(member).catch(() => {})] : []),
        ]),
      );
    }
    isOver = true;
    await canceller;
    expect(tally).toMatchObject({ foreign: 0, missing: 0 });
    // There was something to see, and there was trouble.
    expect(tally.rows).toBeGreaterThan(ROUNDS * TENANTS * 10);
    expect(cancelled).toBeGreaterThan(10);
    expect(tenantDoor().pool.totalCount).toBeLessThanOrEqual(POOL_MAX);
  });

  test("without trouble each reads all of its rows", async () => {
    const tally: Tally = { rows: 0, foreign: 0, missing: 0, failed: 0 };
    for (let round = 0; round < 5; round += 1)
      await Promise.all(tenants.map(({ tenant, member }) => readRound(tally, member, tenant)));
    expect(tally).toEqual({ rows: 5 * TENANTS * 12, foreign: 0, missing: 0, failed: 0 });
  });
});

describe("a promise keeps the context of the client that made it", () => {
  test("when it is made in one scope and awaited in another", async () => {
    const [a, b] = tenants;
    if (!a || !b) throw new Error("no tenants");
    const outer: string[][] = [];
    await tenantRead(a.member, null, async (dbOfA) => {
      await tenantRead(b.member, null, async (dbOfB) => {
        const ofA = dbOfA.account.findMany({ select: COLUMNS });
        const ofB = dbOfB.account.findMany({ select: COLUMNS });
        // Awaited in the scope of B, and in the other order.
        for (const rows of [await ofB, await ofA]) outer.push([...new Set(rows.map(({ tenantId }) => tenantId))]);
      });
    });
    expect(outer).toEqual([[b.tenant.id], [a.tenant.id]]);
  });

  test("when a transaction of another tenant is open around it", async () => {
    const [a, b] = tenants;
    if (!a || !b) throw new Error("no tenants");
    await tenantWrite(a.member, null, "test", async (dbOfA) => {
      await dbOfA.account.count();
      const seen = await tenantRead(b.member, null, async (dbOfB) => [
        ...(await dbOfB.account.findMany({ select: COLUMNS })),
        ...(await dbOfB.rows<{ tenantId: string }>(sql`select tenant_id as "tenantId" from accounts`)),
      ]);
      expect(new Set(seen.map(({ tenantId }) => tenantId))).toEqual(new Set([b.tenant.id]));
      const own = await dbOfA.rows<{ tenantId: string }>(sql`select tenant_id as "tenantId" from accounts`);
      expect(new Set(own.map(({ tenantId }) => tenantId))).toEqual(new Set([a.tenant.id]));
    });
  });

  test("when callbacks run in the async context of somebody else", async () => {
    const [a, b] = tenants;
    if (!a || !b) throw new Error("no tenants");
    let runAsA: <T>(work: () => T) => T = (work) => work();
    await tenantRead(a.member, null, async (dbOfA) => {
      await dbOfA.account.count();
      runAsA = AsyncLocalStorage.snapshot();
      const rows = await tenantRead(b.member, null, (dbOfB) =>
        runAsA(() => dbOfB.account.findMany({ select: COLUMNS })),
      );
      expect(new Set(rows.map(({ tenantId }) => tenantId))).toEqual(new Set([b.tenant.id]));
    });
  });
});
