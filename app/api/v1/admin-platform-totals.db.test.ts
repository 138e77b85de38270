import { beforeAll, expect, test } from "vitest";
import type { PlatformAdminActor } from "@/lib/actor";
import { failuresSql, getPlatformTotals, keptSql } from "@/lib/platform-totals/queries";
import { platformRead, sql } from "@/lib/tenant-db";
import { callApi } from "@/lib/testing/api";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";

const database = doorsOfThisFile();
let admin: PlatformAdminActor;
let one: TestTenant;
let two: TestTenant;
let accountOfOne: string;

const TODAY = "2026-03-31";

interface Payment {
  day: string;
  amount?: number;
  currency?: string;
  status?: string;
  provider?: string | null;
}

async function pay(tenant: TestTenant, accountId: string, payments: readonly Payment[]) {
  for (const { day, amount = 1000, currency = "EUR", status = "PROCESSED", provider = "sandbox" } of payments)
    await asOwner(
      database(),
      `insert into payment_intents (tenant_id, id, account_id, billing_amount, billing_currency, status, provider, created_at)
       select $1, app.uuid_v7(t.at), $2, $3, $4, $5, $6, t.at from (select ($7 || ' 23:30Z')::timestamptz as at) t`,
      [tenant.id, accountId, amount, currency, status, provider, day],
    );
}

beforeAll(async () => {
  admin = await createPlatformAdmin(database());
  [one, two] = [await createTenant(database()), await createTenant(database())];
  accountOfOne = (await makeAccount(one)).id;
  await pay(one, accountOfOne, [
    { day: "2026-03-31" },
    { day: "2026-03-31", amount: 500, status: "REFUNDED" },
    { day: "2026-03-30", amount: 900, currency: "USD" },
    { day: "2026-03-30", status: "FAILED" },
    { day: "2026-03-30", status: "FAILED", provider: "stripe" },
    { day: "2026-03-30", status: "FAILED", provider: "stripe" },
    { day: "2026-03-02", amount: 7 },
    // A day too old for thirty days, and within ninety.
    { day: "2026-03-01", amount: 9 },
    { day: "2025-12-31", amount: 100_000 },
  ]);
  await pay(two, (await makeAccount(two)).id, [
    { day: "2026-03-31", amount: 250 },
    { day: "2026-03-29", status: "PROCESSING" },
  ]);
  await asOwner(
    database(),
    `insert into request_totals (tenant_id, day, slot, requests, client_errors, server_errors) values ($1, '2026-03-30', 0, 5, 0, 0)`,
    [two.id],
  );
});

const ofDay = <T extends { day: string }>(rows: readonly T[], day: string) => rows.filter((row) => row.day === day);

test("volume is of one currency at a time, by the day a payment was made, over all tenants", async () => {
  const totals = await getPlatformTotals(admin, { days: 30 }, TODAY);
  expect(totals).toMatchObject({ from: "2026-03-02", to: TODAY, currency: "EUR" });
  expect(totals.currencies).toEqual([
    { currency: "EUR", count: 4, amount: 1757, refunded_amount: 0 },
    { currency: "USD", count: 1, amount: 900, refunded_amount: 0 },
  ]);
  expect(totals.volume).toHaveLength(30);
  expect(totals.volume.at(-1)).toEqual({ day: TODAY, count: 3, amount: 1750 });
  expect(totals.volume[0]).toEqual({ day: "2026-03-02", count: 1, amount: 7 });
  expect(ofDay(totals.volume, "2026-03-30")).toEqual([{ day: "2026-03-30", count: 0, amount: 0 }]);
  const dollars = await getPlatformTotals(admin, { days: 30, currency: "USD" }, TODAY);
  expect(ofDay(dollars.volume, "2026-03-30")).toEqual([{ day: "2026-03-30", count: 1, amount: 900 }]);
  const longer = await getPlatformTotals(admin, { days: 90 }, TODAY);
  expect(longer.volume).toHaveLength(90);
  expect(longer.currencies[0]).toMatchObject({ currency: "EUR", count: 5, amount: 1766 });
});

test("failures are told by provider, and tenants are active by payments or requests", async () => {
  const totals = await getPlatformTotals(admin, { days: 30 }, TODAY);
  expect(totals.failures).toEqual([
    { day: "2026-03-30", provider: "sandbox", count: 1 },
    { day: "2026-03-30", provider: "stripe", count: 2 },
  ]);
  const active = Object.fromEntries(totals.active_tenants.map(({ day, count }) => [day, count]));
  expect(active).toMatchObject({ "2026-03-31": 2, "2026-03-30": 2, "2026-03-29": 1, "2026-03-28": 0 });
});

test("refunds are those that succeeded, and what failed is counted", async () => {
  const { mails_failed } = await getPlatformTotals(admin, { days: 30 }, TODAY);
  await asOwner(
    database(),
    "insert into mails (kind, recipient, subject, status) values ('notice', 'a@example.com', 'x', 'failed')",
  );
  await asOwner(database(), "update tenants set status = 'suspended' where id = $1", [two.id]);
  await asOwner(
    database(),
    `insert into refunds (tenant_id, account_id, payment_intent_id, amount, currency, status, created_at, updated_at)
     select p.tenant_id, p.account_id, p.id, 300, 'EUR', 'SUCCEEDED', '2026-03-31 10:00Z', '2026-03-31 10:00Z'
     from payment_intents p where p.tenant_id = $1 and p.billing_amount = 1000 and p.status = 'PROCESSED' limit 1`,
    [one.id],
  );
  const totals = await getPlatformTotals(admin, { days: 30 }, TODAY);
  expect(totals.mails_failed).toBe(mails_failed + 1);
  expect(totals.tenants).toMatchObject({ suspended: 1, closed: 0 });
  expect(totals.currencies.find(({ currency }) => currency === "EUR")?.refunded_amount).toBe(300);
  expect(totals.jobs_failed).toBe(0);
});

test("the API answers the same to the platform's admins, and to nobody else", async () => {
  const get = (query: string, token: PlatformAdminActor | Awaited<ReturnType<typeof createKey>>) =>
    callApi("GET", `/api/v1/admin/platform_totals${query}`, { token });
  const { status, body } = await get("?days=90&currency=EUR", admin);
  expect([status, body.volume.length, body.currency]).toEqual([200, 90, "EUR"]);
  for (const [query, field] of [
    ["?days=31", "days"],
    ["?currency=EURO", "currency"],
    ["?range=1", "range"],
  ] as const) {
    const wrong = await get(query, admin);
    expect([wrong.status, wrong.body.detail[0].loc.at(-1)]).toEqual([422, field]);
  }
  expect((await get("", await createKey(one))).status).toBe(403);
  const member = await createMember(database(), one);
  expect((await callApi("GET", "/api/v1/admin/platform_totals", { token: member })).status).toBe(403);
});

test("no payment is read but those that failed, by their index, and totals by their key", async () => {
  await asOwner(
    database(),
    `insert into payment_intents (tenant_id, id, account_id, billing_amount, billing_currency, status, created_at)
     select $1, app.uuid_v7(t.at), $2, n, 'EUR', case when n % 1000 = 0 then 'FAILED' else 'PROCESSED' end, t.at
     from generate_series(1, 20000) n cross join lateral (select timestamptz '2025-01-01' + make_interval(mins => n * 20) as at) t`,
    [one.id, accountOfOne],
  );
  await asOwner(
    database(),
    `insert into kept_totals (tenant_id, resource, day, account_id, currency, status, is_loose, count, amount)
     select $1, 'payment_intents', date '2020-01-01' + n / 20, gen_random_uuid(), 'EUR', 'PROCESSED', false, 1, n
     from generate_series(1, 20000) n`,
    [two.id],
  );
  await asOwner(database(), "analyze");
  const plan = async (statement: ReturnType<typeof failuresSql>) => {
    const rows = await platformRead(admin, (db) => db.rows<{ "QUERY PLAN": string }>(sql`explain ${statement}`));
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  };
  const failures = await plan(failuresSql("2025-03-01"));
  expect(failures).toContain("payment_intents_failed");
  expect(failures).not.toContain("Seq Scan");
  const kept = await plan(keptSql("2025-10-01"));
  expect(kept).toMatch(/kept_totals_pkey/);
  expect(kept).not.toMatch(/Seq Scan on kept_totals|payment_intents /);
});
