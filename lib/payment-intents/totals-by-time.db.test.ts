import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import {
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { INTERVALS } from "@/lib/time-buckets";
import { PAYMENT_INTENT_STATUSES } from "./lifecycle";
import { getPaymentVolume } from "./totals-by-time";
import { partsOf, paymentVolume, paymentVolumeInput } from "./totals-schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let restricted: MemberActor;
/** A branch of two accounts, and one beside it. */
let top: string;
let below: string;
let beside: string;
let db: pg.Client;

interface Row {
  kind: "payment" | "refund";
  account_id: string;
  currency: string;
  status: string;
  amount: number;
  atMs: number;
}
const rows: Row[] = [];

const COLLECTED = ["PROCESSED", "PARTIALLY_REFUNDED", "REFUNDED"];
const ZONES = [
  ...["UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Auckland", "Pacific/Kiritimati"],
  // Half hours, three quarters, and a clock that is set by half an hour.
  ...["Asia/Kolkata", "America/St_Johns", "Asia/Kathmandu", "Pacific/Chatham", "Australia/Lord_Howe"],
];
// Clocks change in Europe on 29 March 2026, in New Zealand on 5 April.
const START_MS = Date.parse("2026-03-20T00:00:00Z");
const SPAN_MS = 20 * 86_400_000;

beforeAll(async () => {
  db = new pg.Client({ connectionString: database().ownerUrl });
  await db.connect();
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  top = (await makeAccount(tenant, { name: "Top" })).id;
  below = (await makeAccount(tenant, { name: "Below", parent_id: top })).id;
  beside = (await makeAccount(tenant, { name: "Beside" })).id;
  restricted = await createMember(database(), tenant, { accountIds: [below] });
  const moment = fc.integer({ min: 0, max: SPAN_MS / 60_000 }).map((minute) => START_MS + minute * 60_000);
  const row = fc.record({
    kind: fc.constantFrom("payment" as const, "payment" as const, "refund" as const),
    account_id: fc.constantFrom(top, below, beside),
    currency: fc.constantFrom("EUR", "JPY"),
    status: fc.constantFrom(...PAYMENT_INTENT_STATUSES),
    amount: fc.integer({ min: 1, max: 1_000_000 }),
    atMs: moment,
  });
  rows.push(
    ...fc
      .sample(row, { seed: 6, numRuns: 600 })
      .map((one) => (one.kind === "refund" ? { ...one, status: "SUCCEEDED" } : one)),
  );
  // Triggers would set the moment of success by the clock; what they keep is made from the rows afterwards.
  await db.query("set session_replication_role = replica");
  for (const { kind, account_id, currency, status, amount, atMs } of rows) {
    const at = new Date(atMs).toISOString();
    const paid = await db.query<{ id: string }>(
      `insert into payment_intents (tenant_id, id, account_id, billing_amount, billing_currency, status, created_at)
       values ($1, app.uuid_v7($2::timestamptz), $3, $4, $5, $6, $2) returning id`,
      // A refund's payment is of another time.
      [
        tenant.id,
        kind === "payment" ? at : "2025-01-01T00:00:00Z",
        account_id,
        amount,
        currency,
        kind === "payment" ? status : "REFUNDED",
      ],
    );
    if (kind === "refund")
      await db.query(
        `insert into refunds (tenant_id, account_id, payment_intent_id, amount, currency, status, succeeded_at)
         values ($1, $2, $3, $4, $5, 'SUCCEEDED', $6)`,
        [tenant.id, account_id, paid.rows[0]?.id, amount, currency, at],
      );
  }
  await db.query("set session_replication_role = origin");
  await db.query("select app.correct_totals($1)", [tenant.id]);
  // As writers leave them: some are loose, and their weeks lack them.
  await db.query(
    "update kept_totals set is_loose = true where tenant_id = $1 and id < '40000000-0000-0000-0000-000000000000'",
    [tenant.id],
  );
  await db.query("select app.correct_totals($1)", [tenant.id]);
});
afterAll(() => db.end());

interface Range {
  from: string;
  to: string;
}

/** The figures of some rows as texts, straight from the rows themselves. */
function figuresOf(given: readonly Row[], { from, to }: Range): string[] {
  const within = given.filter(({ atMs }) => atMs >= Date.parse(from) && atMs < Date.parse(to));
  const texts = ["EUR", "JPY"].map((currency) => {
    const [payments, refunds] = (["payment", "refund"] as const).map((kind) =>
      within.filter((row) => row.kind === kind && row.currency === currency),
    ) as [Row[], Row[]];
    const collected = payments.filter(({ status }) => COLLECTED.includes(status));
    const failed = payments.filter(({ status }) => status === "FAILED");
    const sum = (some: Row[]) => some.reduce((total, { amount }) => total + amount, 0);
    if (payments.length + refunds.length === 0) return "";
    return [
      currency,
      payments.length,
      collected.length,
      sum(collected),
      failed.length,
      refunds.length,
      sum(refunds),
    ].join(" ");
  });
  return texts.filter((text) => text !== "");
}

const text = (
  row:
    | Awaited<ReturnType<typeof getPaymentVolume>>["series"][number]
    | Awaited<ReturnType<typeof getPaymentVolume>>["accounts"][number],
) =>
  [
    row.currency,
    row.payment_count,
    row.processed_count,
    row.processed_amount,
    row.failed_count,
    row.refund_count,
    row.refunded_amount,
  ].join(" ");

const range = fc
  .tuple(fc.integer({ min: 0, max: SPAN_MS / 60_000 }), fc.integer({ min: 1, max: SPAN_MS / 60_000 }), fc.boolean())
  .map(([start, length, isWhole]) => {
    const [from, to] = [START_MS + start * 60_000, START_MS + (start + length) * 60_000].map((ms) =>
      new Date(ms).toISOString(),
    );
    const whole = { from: from?.slice(0, 10) ?? "", to: to?.slice(0, 10) ?? "" };
    return isWhole ? whole : { from: from ?? "", to: to ?? "" };
  });

test("volume over time is what the rows give, in any zone, of any range, branch and currency", async () => {
  const asked = fc.record({
    range,
    time_zone: fc.constantFrom(...ZONES),
    interval: fc.constantFrom(undefined, ...INTERVALS),
    branch: fc.constantFrom("all", "top", "restricted"),
    currency: fc.constantFrom(undefined, "EUR"),
  });
  const property = fc.asyncProperty(asked, async ({ range, branch, ...given }) => {
    const input = paymentVolumeInput.safeParse({ ...given, ...range, ...(branch === "top" && { account: top }) });
    // An hour each over many days is refused.
    fc.pre(input.success);
    const volume = await getPaymentVolume(branch === "restricted" ? restricted : owner, input.data);
    expect(paymentVolume.parse(volume)).toEqual(volume);
    const reach = branch === "all" ? [top, below, beside] : branch === "top" ? [top, below] : [below];
    const own = rows.filter(
      ({ account_id, currency }) => reach.includes(account_id) && currency === (given.currency ?? currency),
    );
    const byAccount = reach.flatMap((id) =>
      figuresOf(
        own.filter(({ account_id }) => account_id === id),
        volume,
      ).map((one) => `${id} ${one}`),
    );
    expect(volume.accounts.map((row) => `${row.account.id} ${text(row)}`).sort()).toEqual(byAccount.sort());
    const byTime = (partsOf(input.data).buckets ?? []).flatMap((bucket) =>
      figuresOf(own, bucket).map((one) => `${bucket.from} ${one}`),
    );
    expect(volume.series.map((row) => `${row.from} ${text(row)}`)).toEqual(byTime);
  });
  await fc.assert(property, { numRuns: 150, seed: 7 });
}, 60_000);

test("volume over time names what is wrong with its range", () => {
  const issues = (input: object) => paymentVolumeInput.safeParse(input).error?.issues.map(({ path }) => path.join("."));
  expect(issues({ from: "soon", to: "2026-01-01" })).toEqual(["from"]);
  expect(issues({ from: "2026-02-01", to: "2026-01-01" })).toEqual(["to"]);
  expect(issues({ from: "2020-01-01", to: "2026-01-01", interval: "day" })).toEqual(["interval"]);
  expect(issues({ from: "2026-01-01", to: "2026-01-01", time_zone: "Mars/Base" })).toEqual(["time_zone"]);
});

test("another tenant and a key without the permission learn nothing of it", async () => {
  const input = paymentVolumeInput.parse({ from: "2026-03-20", to: "2026-04-10" });
  const stranger = await createMember(database(), await createTenant(database()));
  expect(await getPaymentVolume(stranger, input)).toMatchObject({ accounts: [], series: [] });
  expect(await getPaymentVolume(stranger, { ...input, account: top })).toMatchObject({ accounts: [], series: [] });
  const key = await createKey(tenant, { permissions: ["accounts:read"] });
  await expect(getPaymentVolume(key, input)).rejects.toMatchObject({ code: "forbidden" });
  expect((await getPaymentVolume(owner, input)).series.length).toBeGreaterThan(0);
});
