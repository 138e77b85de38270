import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor, TenantActor } from "@/lib/actor";
import { AppError } from "@/lib/errors";
import { type ParameterInput, parseListParams } from "@/lib/list-query";
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
import { listPaymentIntents } from "./queries";
import { paymentIntentList } from "./schema";
import { totalPaymentIntents } from "./totals";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let allowed: string;
let other: string;

const query = (given: ParameterInput) => parseListParams(paymentIntentList, given, { mode: "strict" }).query;
const list = (actor: TenantActor, given: ParameterInput) => listPaymentIntents(actor, query(given));
const references = async (actor: TenantActor, given: ParameterInput) =>
  (await list(actor, given)).items.map(({ reference }) => reference);

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  allowed = (await makeAccount(tenant)).id;
  other = (await makeAccount(tenant)).id;
  const rows: [string, string, string, number][] = [
    [allowed, "Booking-100%-A", "Ann.Smith@Example.com", 300],
    [other, "booking-1000-B", "bob@smithy.example", 200],
    [allowed, "BOOKING_10\\0-C", "carl@example.org", 100],
    [other, "Äpfel-7", "dora@example.com", 400],
  ];
  for (const [account_id, reference, customer_email, billing_amount] of rows)
    await makePaymentIntent(tenant, account_id, { reference, customer_email, billing_amount });
});

describe("a search within a text", () => {
  test.each<[ParameterInput, string[]]>([
    [{ reference: "*king*" }, ["BOOKING_10\\0-C", "booking-1000-B", "Booking-100%-A"]],
    [{ reference: "*KING*" }, ["BOOKING_10\\0-C", "booking-1000-B", "Booking-100%-A"]],
    [{ reference: "*100%*" }, ["Booking-100%-A"]],
    [{ reference: "*g_1*" }, ["BOOKING_10\\0-C"]],
    [{ reference: "*10\\0*" }, ["BOOKING_10\\0-C"]],
    [{ reference: "*äpf*" }, ["Äpfel-7"]],
    [{ reference: "*nothing*" }, []],
    [{ customer_email: "*smith*" }, ["booking-1000-B", "Booking-100%-A"]],
    [{ customer_email: "*smith*", reference: "*100%*" }, ["Booking-100%-A"]],
    [{ reference: "*king*", sort: "amount" }, ["BOOKING_10\\0-C", "booking-1000-B", "Booking-100%-A"]],
    [{ reference: "*king*", sort: "-amount", amount_min: "200" }, ["Booking-100%-A", "booking-1000-B"]],
    [{ reference: "*king*", sort: "created" }, ["Booking-100%-A", "booking-1000-B", "BOOKING_10\\0-C"]],
    [{ reference: "*king*", status: "PROCESSED" }, []],
  ])("%o holds %o, and so do its count and totals", async (given, expected) => {
    expect(await references(owner, given)).toEqual(expected);
    expect((await list(owner, given)).total).toBe(expected.length);
    const totals = await totalPaymentIntents(owner, query(given));
    expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
  });

  test.each(["*ab*", "*a*", "**"])("of fewer than three characters is refused beside its field: %s", (reference) => {
    try {
      query({ reference });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({
        code: "validation_error",
        issues: [{ loc: ["query", "reference"], msg: "Must have at least 3 characters between the stars" }],
      });
    }
  });

  test("in e-mail addresses is refused without the permission for personal data", async () => {
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    const refused = { code: "forbidden", data: { permission: "customers:read_personal_data" } };
    await expect(list(viewer, { customer_email: "*smith*" })).rejects.toMatchObject(refused);
    await expect(totalPaymentIntents(viewer, query({ customer_email: "*smith*" }))).rejects.toMatchObject(refused);
    expect(await references(viewer, { reference: "*1000*" })).toEqual(["booking-1000-B"]);
  });

  test("sees nothing of another tenant, and of the own accounts only where restricted", async () => {
    const needles: ParameterInput[] = [
      { reference: "*king*" },
      { reference: "*king*", currency: "EUR" },
      { customer_email: "*smith*" },
    ];
    const stranger = await createMember(database(), await createTenant(database()));
    for (const given of needles) expect(await list(stranger, given)).toMatchObject({ items: [], total: 0 });
    for (const restricted of [
      await createMember(database(), tenant, { accountIds: [allowed] }),
      await createKey(tenant, { accountIds: [allowed] }),
    ]) {
      const page = await list(restricted, { reference: "*king*" });
      expect(page.items.map(({ account }) => account.id)).toEqual([allowed, allowed]);
      expect(page.total).toBe(2);
      expect(await list(restricted, { reference: "*king*", currency: "EUR" })).toMatchObject({ total: 2 });
      expect(await list(restricted, { reference: "*king*", account: other })).toMatchObject({ items: [], total: 0 });
      expect(await references(restricted, { customer_email: "*smith*" })).toEqual(["Booking-100%-A"]);
    }
    // There was something to see.
    for (const given of needles) expect((await list(owner, given)).total).toBeGreaterThan(1);
  });

  test("by the function itself answers the context's ids only: none without one, and never those out of reach", async () => {
    const client = new pg.Client({ connectionString: database().tenantUrl });
    await client.connect();
    const search = async (tenantId: string, scope: string, call = "'reference', 'king', null, false, 10") => {
      await client.query("begin");
      await client.query(
        "select set_config('app.current_tenant', $1, true), set_config('app.account_scope', $2, true)",
        [tenantId, scope],
      );
      try {
        return (await client.query(`select app.search_payment_intents(${call})`)).rowCount;
      } finally {
        await client.query("rollback");
      }
    };
    try {
      expect(await search("", "*")).toBe(0);
      expect(await search("", "")).toBe(0);
      expect(await search(tenant.id, "")).toBe(0);
      expect(await search(tenant.id, `{${allowed}}`)).toBe(2);
      expect(await search(tenant.id, "*")).toBe(3);
      expect(await search(tenant.id, "*", "'reference', 'king', null, false, 1")).toBe(1);
      await expect(search(tenant.id, "*", "'metadata', 'king', null, false, 1")).rejects.toMatchObject({
        code: "22023",
      });
      await expect(search(tenant.id, "*", "'reference', 'ki', null, false, 1")).rejects.toMatchObject({
        code: "22023",
      });
      await expect(search(tenant.id, "*", "'reference', null, null, false, 1")).rejects.toMatchObject({
        code: "22023",
      });
    } finally {
      await client.end();
    }
    const platform = new pg.Client({ connectionString: database().platformUrl });
    await platform.connect();
    try {
      const call = "select app.search_payment_intents('reference', 'king', null, false, 10)";
      await expect(platform.query(call)).rejects.toMatchObject({ code: "42501" });
    } finally {
      await platform.end();
    }
  });
});

describe("a needle in more rows than ids are named", () => {
  let big: TestTenant;
  let actor: MemberActor;

  beforeAll(async () => {
    big = await createTenant(database());
    actor = await createMember(database(), big);
    const account = (await makeAccount(big)).id;
    await asOwner(
      database(),
      `insert into payment_intents (tenant_id, id, account_id, billing_amount, billing_currency, status, reference, created_at)
       select $1, app.uuid_v7(at), $2, n, 'EUR', case when n % 2000 = 0 then 'FAILED' else 'PROCESSED' end,
         'guest-' || lpad(n::text, 5, '0'), at
       from generate_series(1, 10500) n cross join lateral (select '2026-01-01Z'::timestamptz + make_interval(mins => n) as at) t`,
      [big.id, account],
    );
  });

  test("is found in order, by pages of cursors to and fro, with a capped count", async () => {
    const first = await list(actor, { reference: "*uest-*", size: "25" });
    expect(first.items[0]?.reference).toBe("guest-10500");
    expect(first).toMatchObject({ total: 10_000, totalIsCapped: true, previousCursor: null });
    const second = await list(actor, { reference: "*uest-*", size: "25", cursor: first.nextCursor ?? "" });
    expect(second.items[0]?.reference).toBe("guest-10475");
    const back = await list(actor, { reference: "*uest-*", size: "25", cursor: second.previousCursor ?? "" });
    expect(back.items).toEqual(first.items);
    expect(await list(actor, { reference: "*uest-*", size: "25", page: "2" })).toMatchObject({ items: second.items });
    const far = await list(actor, { reference: "*uest-*", size: "25", page: "400" });
    expect(far.items[0]?.reference).toBe("guest-00525");
  });

  test("is narrowed by other filters without losing a row", async () => {
    const failed = ["guest-10000", "guest-08000", "guest-06000", "guest-04000", "guest-02000"];
    expect(await references(actor, { reference: "*uest-*", status: "FAILED" })).toEqual(failed);
    expect((await list(actor, { reference: "*uest-*", status: "FAILED" })).total).toBe(5);
    expect(await references(actor, { reference: "*uest-*", sort: "amount", amount_max: "2" })).toEqual([
      "guest-00001",
      "guest-00002",
    ]);
    expect(await totalPaymentIntents(actor, query({ reference: "*uest-*" }))).toMatchObject([
      { count: 5 },
      { count: 10_495 },
    ]);
    expect(await references(actor, { reference: "*-0777*", status: "PROCESSED" })).toHaveLength(10);
  });
});
