import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { type ParameterInput, parseListParams } from "@/lib/list-query";
import { sql, tenantRead, upkeep } from "@/lib/tenant-db";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { getAccountTotals } from "./account-totals";
import { accountTotals } from "./account-totals-schema";
import { mayBecome, PAYMENT_INTENT_STATUSES } from "./lifecycle";
import { paymentIntentList } from "./schema";
import { totalPaymentIntents } from "./totals";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
/** A branch of two accounts, and one beside it. */
let top: string;
let below: string;
let beside: string;
let db: pg.Client;

beforeAll(async () => {
  db = new pg.Client({ connectionString: database().ownerUrl });
  await db.connect();
});
afterAll(() => db.end());

beforeEach(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  top = (await makeAccount(tenant, { name: "Top" })).id;
  below = (await makeAccount(tenant, { name: "Below", parent_id: top })).id;
  beside = (await makeAccount(tenant, { name: "Beside" })).id;
});

const query = (given: ParameterInput, timeZone = "UTC") =>
  parseListParams(paymentIntentList, given, { mode: "strict", timeZone }).query;

// Lists go by id, so an id is of its row's own time.
const INSERT = `insert into payment_intents (tenant_id, id, account_id, billing_amount, billing_currency, status, created_at)
  select $1, app.uuid_v7(at), a, n, case when n % 5 = 0 then 'JPY' else 'EUR' end, $5, at
  from unnest($2::uuid[]) a cross join generate_series($3::int, $3::int + 2) n
  cross join lateral (select $4::timestamptz + make_interval(hours => n * 6) as at) t`;

/** One thing that somebody writes, as SQL with its values. */
type Write = [text: string, values: unknown[]];

// A Sunday evening; what is made later is of up to fifteen days more.
const START = "2026-03-01T20:00:00Z";
const write = (): fc.Arbitrary<Write> =>
  fc.oneof(
    fc
      .tuple(
        fc.subarray([0, 1, 2], { minLength: 1 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom("INITIALIZED", "PROCESSING"),
      )
      .map(
        ([places, n, status]): Write => [
          INSERT,
          [tenant.id, places.map((place) => [top, below, beside][place]), n, START, status],
        ],
      ),
    fc
      .constantFrom(
        ...PAYMENT_INTENT_STATUSES.flatMap((from) =>
          PAYMENT_INTENT_STATUSES.filter((to) => mayBecome(from, to)).map((to) => [from, to] as const),
        ),
      )
      .map(
        ([from, to]): Write => [
          "update payment_intents set status = $3 where tenant_id = $1 and status = $2 and amount % 3 <> 0",
          [tenant.id, from, to],
        ],
      ),
    fc
      .integer({ min: 1, max: 60 })
      .map(
        (n): Write => [
          "update payment_intents set reference = 'x', billing_amount = amount + 1 where tenant_id = $1 and amount = $2",
          [tenant.id, n],
        ],
      ),
    fc
      .integer({ min: 1, max: 60 })
      .map((n): Write => ["delete from payment_intents where tenant_id = $1 and amount = $2", [tenant.id, n]]),
    fc.constant<Write>(["select app.compact_totals()", []]),
  );

/** What a scan of the rows gives for a range and the accounts, straight from the table. */
async function scan(from: string, to: string, accounts: string[]) {
  const { rows } = await db.query<{
    account_id: string;
    status: string;
    currency: string;
    count: number;
    amount: number;
  }>(
    `select account_id, status, currency, count(*)::int as count, sum(amount)::int as amount from payment_intents
     where tenant_id = $1 and created_at >= $2 and created_at < $3 and account_id = any ($4) group by 1, 2, 3`,
    [tenant.id, from, to, accounts],
  );
  return rows.map((row) => Object.values(row).join(" ")).sort();
}

const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString();

/** By how much weeks differ from what is not loose in their days, as of one moment; and how many rows by the week there are. */
const WEEKS_AGAINST_DAYS = `
  select coalesce(sum(abs(d.count)), 0)::int as counts, coalesce(sum(abs(d.amount)), 0)::int as amounts, coalesce(sum(d.weeks), 0)::int as weeks
  from (
    select sum(case when not k.is_week then -k.count else k.count end) as count,
      sum(case when not k.is_week then -k.amount else k.amount end) as amount, count(*) filter (where k.is_week) as weeks
    from (select *, resource in ('payment_weeks', 'refund_weeks') as is_week, date_trunc('week', day::timestamp) as week from kept_totals) k
    where k.tenant_id = $1 and k.resource not in ('payment_hours', 'refund_hours') and not k.is_loose
    group by k.resource in ('refunds', 'refund_weeks'), k.week, k.account_id, k.currency, k.status
  ) d`;

const sumOf = (totals: { count: number }[]) => totals.reduce((sum, { count }) => sum + count, 0);

async function kept(given: ParameterInput, timeZone?: string) {
  const totals = await totalPaymentIntents(owner, query(given, timeZone));
  return totals
    .map(({ account, status, currency, count, amount }) => [account.id, status, currency, count, amount].join(" "))
    .sort();
}

describe("kept totals", () => {
  test("are what a scan gives, after any writes, for whole days and weeks, other zones and branches", async () => {
    const property = fc.asyncProperty(fc.array(fc.nat(), { minLength: 4, maxLength: 10 }), async (seeds) => {
      for (const [text, values] of fc.sample(write(), { seed: seeds[0], numRuns: seeds.length }))
        await db.query(text, values);
      const all = [top, below, beside];
      const days = { created_from: "2026-03-02", created_to: "2026-03-03" };
      expect(await kept({})).toEqual(await scan("2000-01-01Z", "2100-01-01Z", all));
      expect(await kept(days)).toEqual(await scan("2026-03-02T00:00Z", "2026-03-04T00:00Z", all));
      expect(await kept(days, "Asia/Kolkata")).toEqual(await scan("2026-03-01T18:30Z", "2026-03-03T18:30Z", all));
      // A week and its neighbours; both ends of a month; a month whose end is that of a week; open ends.
      for (const [from, to] of [
        ["2026-03-01", "2026-03-09"],
        ["2026-02-20", "2026-03-20"],
        ["2026-02-23", "2026-03-15"],
        [undefined, "2026-03-10"],
        ["2026-03-05", undefined],
      ])
        expect(await kept({ ...(from && { created_from: from }), ...(to && { created_to: to }) })).toEqual(
          await scan(`${from ?? "2000-01-01"}T00:00Z`, to ? dayAfter(to) : "2100-01-01Z", all),
        );
      const hours = { created_from: "2026-03-02T01:00:00Z", created_to: "2026-03-02T09:00:00Z" };
      expect(await kept(hours)).toEqual(await scan("2026-03-02T01:00Z", "2026-03-02T09:00Z", all));
      expect(await kept({ ...days, account: top }, "Asia/Kolkata")).toEqual(
        await scan("2026-03-01T18:30Z", "2026-03-03T18:30Z", [top, below]),
      );
      expect(await kept({ status: "PROCESSING,FAILED", currency: "EUR" })).toEqual(
        (await scan("2000-01-01Z", "2100-01-01Z", all)).filter((row) => / (PROCESSING|FAILED) EUR /.test(row)),
      );
    });
    await fc.assert(property, { numRuns: 8 });
    expect(await db.query("select app.correct_totals($1) as wrong", [tenant.id])).toMatchObject({
      rows: [{ wrong: 0 }],
    });
  });

  test("are right after writers at once, some of them rolled back, while rows are put together", async () => {
    const writers = Array.from({ length: 3 }, async (_, writer) => {
      const client = new pg.Client({ connectionString: database().ownerUrl });
      await client.connect();
      try {
        for (let n = 1; n <= 8; n += 1) {
          await client.query("begin");
          await client.query(INSERT, [tenant.id, [top, below, beside], n, START, "INITIALIZED"]);
          await client.query(
            `update payment_intents set status = 'PROCESSING' where tenant_id = $1 and id in (select id from payment_intents
             where tenant_id = $1 and status = 'INITIALIZED' order by id limit 3 for update skip locked)`,
            [tenant.id],
          );
          await client.query((n + writer) % 3 === 0 ? "rollback" : "commit");
        }
      } finally {
        await client.end();
      }
    });
    let isWriting = true;
    const compacting = (async () => {
      while (isWriting) {
        await db.query("select app.compact_totals(7)");
        expect(await db.query(WEEKS_AGAINST_DAYS, [tenant.id])).toMatchObject({ rows: [{ counts: 0, amounts: 0 }] });
        expect(await db.query("select app.correct_totals($1) as wrong", [tenant.id])).toMatchObject({
          rows: [{ wrong: 0 }],
        });
      }
    })();
    await Promise.all(writers);
    isWriting = false;
    await compacting;
    const weeks = (await db.query<{ weeks: number }>(WEEKS_AGAINST_DAYS, [tenant.id])).rows;
    expect(weeks).toMatchObject([{ counts: 0, amounts: 0 }]);
    expect(weeks[0]?.weeks).toBeGreaterThan(0);
    expect(await kept({})).toEqual(await scan("2000-01-01Z", "2100-01-01Z", [top, below, beside]));
  });

  test("are few rows after the upkeep, which anybody may call any time", async () => {
    for (let n = 1; n < 6; n += 1) await makePaymentIntent(tenant, top);
    const before = await kept({});
    await upkeep();
    expect(await kept({})).toEqual(before);
    const keptRows = () =>
      asOwner(
        database(),
        "select resource, is_loose, count::int from kept_totals where tenant_id = $1 order by resource, count",
        [tenant.id],
      );
    const settled = (count: number) =>
      ["payment_hours", "payment_intents", "payment_weeks"].map((resource) => ({ resource, is_loose: false, count }));
    expect(await keptRows()).toEqual(settled(5));
    await makePaymentIntent(tenant, top);
    // Writers leave the week alone; its next payment is loose until the next upkeep.
    expect(await keptRows()).toEqual([
      { resource: "payment_hours", is_loose: true, count: 1 },
      { resource: "payment_hours", is_loose: false, count: 5 },
      { resource: "payment_intents", is_loose: true, count: 1 },
      { resource: "payment_intents", is_loose: false, count: 5 },
      { resource: "payment_weeks", is_loose: false, count: 5 },
    ]);
    expect(await totalPaymentIntents(owner, query({}))).toMatchObject([{ count: 6 }]);
    await upkeep();
    expect(await keptRows()).toEqual(settled(6));
    await asOwner(database(), "delete from payment_intents where tenant_id = $1", [tenant.id]);
    await upkeep();
    expect(await keptRows()).toEqual([]);
  });

  test("that are put together and rolled back are loose still, and counted once", async () => {
    await makePaymentIntent(tenant, top);
    await db.query("begin");
    try {
      await db.query("select app.compact_totals()");
      expect((await db.query(WEEKS_AGAINST_DAYS, [tenant.id])).rows).toEqual([{ counts: 0, amounts: 0, weeks: 1 }]);
      // Whoever reads meanwhile sees what was before.
      expect(await totalPaymentIntents(owner, query({}))).toMatchObject([{ count: 1 }]);
    } finally {
      await db.query("rollback");
    }
    expect((await db.query(WEEKS_AGAINST_DAYS, [tenant.id])).rows).toEqual([{ counts: 0, amounts: 0, weeks: 0 }]);
    expect(await totalPaymentIntents(owner, query({}))).toMatchObject([{ count: 1 }]);
  });

  test("of a restricted member are those of the own accounts, by the week as by the day", async () => {
    await db.query(INSERT, [tenant.id, [top, below, beside], 1, START, "INITIALIZED"]);
    await db.query("select app.compact_totals()");
    // What is loose counts as well.
    await db.query(INSERT, [tenant.id, [top, below, beside], 2, START, "INITIALIZED"]);
    const restricted = [
      await createMember(database(), tenant, { accountIds: [below] }),
      await createKey(tenant, { accountIds: [below] }),
    ];
    for (const given of [{}, { created_from: "2026-02-20", created_to: "2026-03-20" }]) {
      expect(sumOf(await totalPaymentIntents(owner, query(given)))).toBe(18);
      for (const actor of restricted) {
        const totals = await totalPaymentIntents(actor, query(given));
        expect([...new Set(totals.map(({ account }) => account.id))]).toEqual([below]);
        expect(sumOf(totals)).toBe(6);
      }
      const stranger = await createMember(database(), await createTenant(database()));
      expect(await totalPaymentIntents(stranger, query(given))).toEqual([]);
    }
    // The policies say so, not the statement: asked without naming accounts or tenant.
    const bare = sql`select k.account_id, k.is_loose, sum(k.count)::int as count from kept_totals k
      where k.resource = 'payment_weeks' or (k.resource = 'payment_intents' and k.is_loose) group by 1, 2 order by 2`;
    for (const actor of restricted)
      expect(await tenantRead(actor, "payment_intents:read", (read) => read.rows(bare))).toEqual([
        { account_id: below, is_loose: false, count: 3 },
        { account_id: below, is_loose: true, count: 3 },
      ]);
  });

  test("that somebody damaged are set right from the rows themselves", async () => {
    await makePaymentIntent(tenant, top);
    const before = await kept({});
    await asOwner(database(), "update kept_totals set amount = amount + 1 where tenant_id = $1", [tenant.id]);
    expect(await kept({})).not.toEqual(before);
    const [row] = await asOwner(database(), "select app.correct_totals() as wrong");
    expect(row).toEqual({ wrong: 2 });
    expect(await kept({})).toEqual(before);
  });

  test.each([
    ["a day", "resource = 'payment_intents'"],
    ["a week", "resource = 'payment_weeks'"],
    ["both, each otherwise,", "resource in ('payment_intents', 'payment_weeks')"],
  ])("set right agree by the day and by the week, where %s was damaged", async (_what, damaged) => {
    await db.query(INSERT, [tenant.id, [top, below], 1, START, "INITIALIZED"]);
    await db.query("select app.compact_totals()");
    await db.query(INSERT, [tenant.id, [top], 2, START, "INITIALIZED"]);
    await asOwner(
      database(),
      `update kept_totals set amount = amount + case resource when 'payment_weeks' then 3 else 2 end, count = count + 1
       where tenant_id = $1 and not is_loose and (${damaged})`,
      [tenant.id],
    );
    const [row] = await asOwner<{ wrong: number }>(database(), "select app.correct_totals($1) as wrong", [tenant.id]);
    expect(row?.wrong).toBeGreaterThan(0);
    for (let round = 0; round < 2; round += 1) {
      expect((await db.query(WEEKS_AGAINST_DAYS, [tenant.id])).rows).toMatchObject([{ counts: 0, amounts: 0 }]);
      expect(await kept({})).toEqual(await scan("2000-01-01Z", "2100-01-01Z", [top, below]));
      const days = { created_from: "2026-03-01", created_to: "2026-03-02" };
      expect(await kept(days)).toEqual(await scan("2026-03-01T00:00Z", "2026-03-03T00:00Z", [top, below]));
      const [again] = await asOwner(database(), "select app.correct_totals($1) as wrong", [tenant.id]);
      expect(again).toEqual({ wrong: 0 });
      await db.query("select app.compact_totals()");
    }
  });

  test("stay numbers beyond what a number can hold exactly", async () => {
    for (let n = 0; n < 10; n += 1) await makePaymentIntent(tenant, top, { billing_amount: 999_999_999_999_999 });
    expect(await totalPaymentIntents(owner, query({}))).toMatchObject([{ count: 10, amount: Number.MAX_SAFE_INTEGER }]);
  });

  test("can be written by nobody who serves requests, and are not seen without a context", async () => {
    await makePaymentIntent(tenant, top);
    const client = new pg.Client({ connectionString: database().tenantUrl });
    await client.connect();
    try {
      expect((await client.query("select * from kept_totals")).rows).toEqual([]);
      for (const text of [
        "insert into kept_totals default values",
        "update kept_totals set count = 0",
        "delete from kept_totals",
        "select app.correct_totals()",
        "select app.compact_totals()",
      ])
        await expect(client.query(text), text).rejects.toMatchObject({ code: "42501" });
    } finally {
      await client.end();
    }
    const [row] = await asOwner<{ n: number }>(
      database(),
      "select count(*)::int as n from kept_totals where tenant_id = $1",
      [tenant.id],
    );
    expect(row?.n).toBeGreaterThan(0);
  });
});

describe("an account's totals", () => {
  test("are those of all below it, and move with a branch", async () => {
    await makePaymentIntent(tenant, top);
    await makePaymentIntent(tenant, below, { billing_amount: 50, billing_currency: "JPY" });
    await makePaymentIntent(tenant, beside);
    const totals = await getAccountTotals(owner, { id: top });
    expect(accountTotals.parse(totals)).toEqual(totals);
    expect(totals).toEqual({
      account: { id: top, name: "Top" },
      payments: [
        { status: "INITIALIZED", currency: "EUR", count: 1, amount: 10_000 },
        { status: "INITIALIZED", currency: "JPY", count: 1, amount: 50 },
      ],
      refunds: [],
    });
    await upkeep();
    expect(await getAccountTotals(owner, { id: top })).toEqual(totals);
    await asOwner(database(), "update accounts set parent_id = $2 where id = $1", [below, beside]);
    expect((await getAccountTotals(owner, { id: top })).payments).toHaveLength(1);
    expect((await getAccountTotals(owner, { id: beside })).payments).toHaveLength(2);
  });

  test("count refunds once they succeeded, and no longer when the money came back", async () => {
    const { id } = await makePaymentIntent(tenant, below);
    for (const status of ["PROCESSING", "PROCESSED"])
      await asOwner(database(), "update payment_intents set status = $2 where id = $1", [id, status]);
    await asOwner(
      database(),
      "insert into refunds (tenant_id, account_id, payment_intent_id, amount, currency) values ($1, $2, $3, 300, 'EUR'), ($1, $2, $3, 200, 'EUR')",
      [tenant.id, below, id],
    );
    expect((await getAccountTotals(owner, { id: top })).refunds).toEqual([]);
    await asOwner(database(), "update refunds set status = 'SUCCEEDED' where tenant_id = $1", [tenant.id]);
    expect((await getAccountTotals(owner, { id: top })).refunds).toEqual([{ currency: "EUR", count: 2, amount: 500 }]);
    await upkeep();
    expect((await getAccountTotals(owner, { id: top })).refunds).toEqual([{ currency: "EUR", count: 2, amount: 500 }]);
    const succeeded = "select succeeded_at from refunds where tenant_id = $1 and succeeded_at = updated_at";
    expect(await asOwner(database(), succeeded, [tenant.id])).toHaveLength(2);
    await asOwner(database(), "update refunds set status = 'FAILED' where tenant_id = $1 and amount = 200", [
      tenant.id,
    ]);
    expect((await getAccountTotals(owner, { id: top })).refunds).toEqual([{ currency: "EUR", count: 1, amount: 300 }]);
    expect(await db.query("select app.correct_totals() as wrong")).toMatchObject({ rows: [{ wrong: 0 }] });
  });

  test("of another tenant, of an account out of reach, or without the permission are refused", async () => {
    await makePaymentIntent(tenant, top);
    await makePaymentIntent(tenant, beside);
    const stranger = await createMember(database(), await createTenant(database()));
    await expect(getAccountTotals(stranger, { id: top })).rejects.toMatchObject({ code: "not_found" });
    for (const restricted of [
      await createMember(database(), tenant, { accountIds: [below] }),
      await createKey(tenant, { accountIds: [below] }),
    ]) {
      await expect(getAccountTotals(restricted, { id: top })).rejects.toMatchObject({ code: "not_found" });
      expect((await getAccountTotals(restricted, { id: below })).payments).toEqual([]);
    }
    const key = await createKey(tenant, { permissions: ["accounts:read"] });
    await expect(getAccountTotals(key, { id: top })).rejects.toMatchObject({ code: "forbidden" });
    expect((await getAccountTotals(owner, { id: top })).payments).toHaveLength(1);
  });
});
