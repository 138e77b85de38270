import { beforeEach, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { getPaymentIntent } from "@/lib/payment-intents/queries";
import { createRefundStop, liftRefundStop } from "@/lib/refund-stops/commands";
import { updateTenantConfig } from "@/lib/tenant-configs/commands";
import { getTenantConfig } from "@/lib/tenant-configs/queries";
import { sql, tenantWrite } from "@/lib/tenant-db";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { changeSettings, makeProcessedPayment, makeRefund, makeWaitingRefund } from "@/lib/testing/refunds";
import { approveRefund } from "./approvals";
import { cancelRefund, createRefund } from "./commands";
import { createRefundInput } from "./schema";

const database = doorsOfThisFile({ poolMax: 10 });
let tenant: TestTenant;
let owner: MemberActor;
let account: { id: string };

beforeEach(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  account = await makeAccount(tenant);
});

const payment = (given: Record<string, unknown> = {}) => makeProcessedPayment(tenant, account.id, given);
const input = (payment_intent_id: string, given: Record<string, unknown> = {}) =>
  createRefundInput.parse({ payment_intent_id, ...given });
const refunder = () => createMember(database(), tenant, { role: "refunds" });
const refusal = (type: string, msg: RegExp | string) => ({
  code: "validation_error",
  issues: [{ loc: ["body", "amount"], type, msg: expect.stringMatching(msg) }],
});

describe("limits of roles", () => {
  const limit = (given: object) => ({ role: "refunds", currency: "EUR", one_refund: null, per_day: null, ...given });

  test("one refund may not exceed the role's limit; exactly the limit may be refunded", async () => {
    await changeSettings(tenant, { refund_role_limits: [limit({ one_refund: 500 })] });
    const { id } = await payment();
    const person = await refunder();
    await expect(createRefund(person, input(id, { amount: 501 }))).rejects.toMatchObject(
      refusal("refund_limit", /at most .*5\.00 at once/),
    );
    expect(await createRefund(person, input(id, { amount: 500 }))).toMatchObject({ amount: 500, approval: null });
  });

  test("all that is left is more than the limit: refused beside the amount, and nothing is held", async () => {
    await changeSettings(tenant, { refund_role_limits: [limit({ one_refund: 500 })] });
    const { id } = await payment();
    await expect(createRefund(await refunder(), input(id))).rejects.toMatchObject(refusal("refund_limit", "at once"));
    expect(await getPaymentIntent(owner, { id })).toMatchObject({ refundable_amount: 10_000 });
  });

  test("a day's limit counts what the person asked for, whatever the payment; what was called off is free again", async () => {
    await changeSettings(tenant, { refund_role_limits: [limit({ per_day: 1_000 })] });
    const [one, two] = [await payment(), await payment()];
    const [person, colleague] = [await refunder(), await refunder()];
    const first = await createRefund(person, input(one.id, { amount: 600 }));
    await expect(createRefund(person, input(two.id, { amount: 401 }))).rejects.toMatchObject({
      ...refusal("refund_daily_limit", /€4\.00 are left today/),
      data: { limit: "1000", left: "400" },
    });
    expect(await createRefund(colleague, input(two.id, { amount: 1_000 }))).toMatchObject({ amount: 1_000 });
    await cancelRefund(person, { id: first.id });
    expect(await createRefund(person, input(two.id, { amount: 1_000 }))).toMatchObject({ amount: 1_000 });
  });

  test("yesterday's refunds do not count, by midnight of the tenant's own time zone", async () => {
    await changeSettings(tenant, { refund_role_limits: [limit({ per_day: 1_000 })], time_zone: "Pacific/Auckland" });
    const { id } = await payment();
    const person = await refunder();
    const made = await createRefund(person, input(id, { amount: 1_000 }));
    const move = (to: string) =>
      asOwner(
        database(),
        `alter table refunds disable trigger stamp_row; update refunds set created_at = ${to} where id = '${made.id}';
         alter table refunds enable trigger stamp_row`,
      );
    const midnight = "date_trunc('day', now(), 'Pacific/Auckland')";
    await move(midnight);
    await expect(createRefund(person, input(id, { amount: 1 }))).rejects.toMatchObject({ code: "validation_error" });
    await move(`${midnight} - interval '1 millisecond'`);
    expect(await createRefund(person, input(id, { amount: 1_000 }))).toMatchObject({ amount: 1_000 });
  });

  test("currencies are never added: each has its limits, and one without any is none of the role's", async () => {
    await changeSettings(tenant, {
      refund_role_limits: [limit({ per_day: 1_000 }), limit({ currency: "JPY", per_day: 2_000 })],
    });
    const person = await refunder();
    const yen = await payment({ billing_currency: "JPY" });
    const dollars = await payment({ billing_currency: "USD" });
    await createRefund(person, input((await payment()).id, { amount: 1_000 }));
    expect(await createRefund(person, input(yen.id, { amount: 2_000 }))).toMatchObject({ currency: "JPY" });
    await expect(createRefund(person, input(dollars.id, { amount: 1 }))).rejects.toMatchObject(
      refusal("refund_limit_currency", "may not refund in USD"),
    );
  });

  test("of several roles the most generous counts, and one that may not refund gives nothing", async () => {
    await changeSettings(tenant, {
      refund_role_limits: [limit({ one_refund: 100 }), { ...limit({ one_refund: 9_000 }), role: "viewer" }],
    });
    const { id } = await payment();
    const person = await refunder();
    const giveRole = (key: string) =>
      asOwner(
        database(),
        `insert into membership_roles (tenant_id, membership_id, role_id)
         select $1, $2, r.id from roles r where r.tenant_id = $1 and r.key = $3`,
        [tenant.id, person.membershipId, key],
      );
    await giveRole("viewer");
    const fresh = { ...person, pass: null };
    await expect(createRefund(fresh, input(id, { amount: 101 }))).rejects.toMatchObject(
      refusal("refund_limit", "at once"),
    );
    await giveRole("owner");
    expect(await createRefund(fresh, input(id, { amount: 9_001 }))).toMatchObject({ amount: 9_001 });
  });

  test("each access key has the limits of keys by itself", async () => {
    await changeSettings(tenant, { refund_role_limits: [{ ...limit({ per_day: 300 }), role: "api_key" }] });
    const { id } = await payment();
    const [one, two] = [await createKey(tenant), await createKey(tenant)];
    await createRefund(one, input(id, { amount: 300 }));
    await expect(createRefund(one, input(id, { amount: 1 }))).rejects.toMatchObject(
      refusal("refund_daily_limit", "left today"),
    );
    expect(await createRefund(two, input(id, { amount: 300 }))).toMatchObject({ amount: 300 });
    expect(await createRefund(owner, input(id, { amount: 301 }))).toMatchObject({ amount: 301 });
  });

  test("everybody together has a day's limit; whoever sees chosen accounts only is not told what others refunded", async () => {
    await changeSettings(tenant, { refund_daily_limits: [{ currency: "EUR", amount: 1_000 }] });
    const { id } = await payment();
    await makeRefund(tenant, id, { amount: 800 });
    const restricted = await createMember(database(), tenant, { accountIds: [account.id] });
    await expect(createRefund(owner, input(id, { amount: 201 }))).rejects.toMatchObject({
      ...refusal("refund_tenant_daily_limit", /€10\.00.*€2\.00 are left today/),
      data: { limit: "1000", left: "200" },
    });
    const told = await createRefund(restricted, input(id, { amount: 201 })).catch((error: unknown) => error);
    expect(told).toMatchObject({ code: "validation_error", data: { limit: "1000" } });
    expect(JSON.stringify((told as Error).message)).not.toContain("2.00");
    expect(await createRefund(owner, input(id, { amount: 200 }))).toMatchObject({ amount: 200 });
  });

  test("twenty refunds at once of twenty payments: exactly those that fit into the day are made", async () => {
    await changeSettings(tenant, { refund_role_limits: [limit({ per_day: 1_000 })] });
    const payments = await Promise.all(Array.from({ length: 20 }, () => payment()));
    const person = await refunder();
    const results = await Promise.allSettled(
      payments.map(({ id }) => createRefund(person, input(id, { amount: 300 }))),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    for (const result of results)
      if (result.status === "rejected")
        expect(result.reason).toMatchObject(refusal("refund_daily_limit", "left today"));
  });

  test("a limit that is lowered in between holds for every refund that ends after it", async () => {
    await changeSettings(tenant, { refund_daily_limits: [{ currency: "EUR", amount: 100_000 }] });
    const payments = await Promise.all(Array.from({ length: 20 }, () => payment()));
    const { version } = await getTenantConfig(owner);
    let atChange = -1;
    const lowered = updateTenantConfig(owner, {
      version,
      refund_daily_limits: [{ currency: "EUR", amount: 500 }],
    }).then(async () => {
      atChange = await spent();
    });
    const results = await Promise.allSettled([
      ...payments.map(({ id }) => createRefund(owner, input(id, { amount: 100 }))),
      lowered,
    ]);
    expect(results.at(-1)?.status).toBe("fulfilled");
    // What was made before the change stays; after it nothing beyond the new limit was added.
    expect(await spent()).toBeLessThanOrEqual(Math.max(500, atChange));
    expect(await spent()).toBeGreaterThanOrEqual(500);
  });

  async function spent(): Promise<number> {
    const [row] = await asOwner<{ spent: string }>(
      database(),
      "select coalesce(sum(amount), 0) as spent from refunds where tenant_id = $1",
      [tenant.id],
    );
    return Number(row?.spent);
  }
});

describe("the stop switch", () => {
  const stop = { reason: "Too many refunds of one guest" };

  test("stops new refunds and approvals on the next request, and a person lets them go on", async () => {
    const { id } = await payment();
    const waiting = await makeWaitingRefund(tenant, id, { amount: 100 });
    const made = await createRefundStop(owner, stop);
    expect(made).toMatchObject({ ...stop, stopped_by: { kind: "user", id: owner.userId }, lifted_at: null });
    const stopped = { code: "refunds_stopped", status: 409, message: `Refunds are stopped: ${stop.reason}` };
    await expect(createRefund(owner, input(id, { amount: 1 }))).rejects.toMatchObject(stopped);
    await expect(createRefund(await createKey(tenant), input(id, { amount: 1 }))).rejects.toMatchObject(stopped);
    await expect(approveRefund(owner, { id: waiting.id, comment: null })).rejects.toMatchObject(stopped);
    expect(await liftRefundStop(owner, { id: made.id })).toMatchObject({ lifted_by: { id: owner.userId } });
    expect(await createRefund(owner, input(id, { amount: 1 }))).toMatchObject({ amount: 1 });
    expect(await approveRefund(owner, { id: waiting.id, comment: null })).toMatchObject({ pending_reason: "queued" });
  });

  test("a key may pull it, only a person lets go; twice is a conflict", async () => {
    const key = await createKey(tenant, { permissions: ["refunds:approve", "refunds:read"] });
    const made = await createRefundStop(key, stop);
    expect(made.stopped_by).toEqual({ kind: "api_key", id: key.apiKeyId, name: "Test key" });
    await expect(createRefundStop(owner, stop)).rejects.toMatchObject({ code: "conflict" });
    await expect(liftRefundStop(key, { id: made.id })).rejects.toMatchObject({ code: "forbidden" });
    await liftRefundStop(owner, { id: made.id });
    await expect(liftRefundStop(owner, { id: made.id })).rejects.toMatchObject({ code: "conflict" });
  });

  test("takes the permission to approve, all accounts, and one's own tenant", async () => {
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    const restricted = await createMember(database(), tenant, { accountIds: [account.id] });
    const stranger = await createMember(database(), await createTenant(database()));
    await expect(createRefundStop(viewer, stop)).rejects.toMatchObject({ data: { permission: "refunds:approve" } });
    await expect(createRefundStop(restricted, stop)).rejects.toMatchObject({ code: "forbidden" });
    const bare = tenantWrite(restricted, "refunds:approve", "test.stop", (db) =>
      db.rows(sql`insert into refund_stops (tenant_id, reason) values (${tenant.id}::uuid, 'past the command')`),
    );
    await expect(bare).rejects.toThrow();
    const { id } = await createRefundStop(owner, stop);
    await expect(liftRefundStop(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(createRefund(owner, input((await payment()).id))).rejects.toMatchObject({ code: "refunds_stopped" });
  });

  test("once it has returned no refund is made, however many were under way", async () => {
    const payments = await Promise.all(Array.from({ length: 20 }, () => payment()));
    const count = async () =>
      (await asOwner(database(), "select id from refunds where tenant_id = $1", [tenant.id])).length;
    let atStop = -1;
    const stopping = createRefundStop(owner, stop).then(async () => {
      atStop = await count();
    });
    await Promise.allSettled([...payments.map(({ id }) => createRefund(owner, input(id))), stopping]);
    await stopping;
    expect(await count()).toBe(atStop);
  });

  test("each change of it leaves one audit row", async () => {
    const { id } = await createRefundStop(owner, stop);
    await liftRefundStop(owner, { id });
    const rows = await asOwner(
      database(),
      "select operation, action, user_id from audit_logs where table_name = 'refund_stops' and record_id = $1 order by id",
      [id],
    );
    expect(rows).toEqual([
      { operation: "refund_stops.create", action: "insert", user_id: owner.userId },
      { operation: "refund_stops.lift", action: "update", user_id: owner.userId },
    ]);
  });
});

test("no statement of the application's role goes past the guard rails", async () => {
  const { id } = await payment();
  const insert = (db: Parameters<Parameters<typeof tenantWrite>[3]>[0]) =>
    db.rows<{ approval_status: string; pending_reason: string }>(
      sql`insert into refunds (tenant_id, account_id, payment_intent_id, amount, currency, pending_reason)
          values (${tenant.id}::uuid, ${account.id}::uuid, ${id}::uuid, 600, 'EUR', 'queued')
          returning approval_status, pending_reason`,
    );
  await changeSettings(tenant, { refund_approval_thresholds: [{ currency: "EUR", amount: 500 }] });
  expect(await tenantWrite(owner, "refunds:create", "test.past", insert)).toEqual([
    { approval_status: "pending", pending_reason: "awaiting_approval" },
  ]);
  await changeSettings(tenant, { refund_daily_limits: [{ currency: "EUR", amount: 1_000 }] });
  await expect(tenantWrite(owner, "refunds:create", "test.past", insert)).rejects.toThrow(/guard rails refuse/);
});
