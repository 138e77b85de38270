import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { type ParameterInput, parseListParams } from "@/lib/list-query";
import { getPaymentIntent } from "@/lib/payment-intents/queries";
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
import { makeProcessedPayment, makeRefund } from "@/lib/testing/refunds";
import { cancelRefund, createRefund } from "./commands";
import { REFUND_STATUSES, refundMayBecome } from "./lifecycle";
import { getRefund, listPaymentRefunds, listRefunds } from "./queries";
import { createRefundInput, refund, refundList } from "./schema";

const database = doorsOfThisFile({ poolMax: 10 });
let tenant: TestTenant;
let owner: MemberActor;
let account: { id: string; name: string };

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  account = await makeAccount(tenant);
});

const input = (payment_intent_id: string, given: Record<string, unknown> = {}) =>
  createRefundInput.parse({ payment_intent_id, ...given });
const query = (given: ParameterInput = {}) => parseListParams(refundList, given, { mode: "strict" }).query;
const ids = async (given: ParameterInput, actor: MemberActor = owner) =>
  (await listRefunds(actor, query(given))).items.map(({ id }) => id);
const jobsOf = (refundId: string) =>
  asOwner<{ task: string }>(
    database(),
    `select t.identifier as task from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.payload ->> 'refund_id' = $1 order by 1`,
    [refundId],
  );

test("a refund comes back as stored, pending with its reason, and with the job that hands it to the provider", async () => {
  const payment = await makeProcessedPayment(tenant, account.id, { reference: "B-1" });
  const made = await createRefund(
    owner,
    input(payment.id, { amount: 2_500, reason: "duplicate", comment: "Twice\ncharged" }),
  );
  expect(refund.parse(made)).toEqual(made);
  expect(await getRefund(owner, { id: made.id })).toEqual(made);
  expect(made).toMatchObject({
    payment_intent: { id: payment.id, reference: "B-1" },
    account: { id: account.id },
    amount: 2_500,
    currency: "EUR",
    status: "PENDING",
    pending_reason: "queued",
    reason: "duplicate",
    requested_by: { kind: "user", id: owner.userId, name: "Ann Example" },
    provider_reference: null,
    submitted_at: null,
  });
  expect(await jobsOf(made.id)).toEqual([{ task: "refunds.submit" }]);
  expect(await getPaymentIntent(owner, { id: payment.id })).toMatchObject({
    status: "PROCESSED",
    refunded_amount: 0,
    refundable_amount: 7_500,
  });
});

test("without an amount all that is left goes back, and a key is named as the one who asked", async () => {
  const payment = await makeProcessedPayment(tenant, account.id);
  await makeRefund(tenant, payment.id, { amount: 4_000 });
  const key = await createKey(tenant);
  const rest = await createRefund(key, input(payment.id));
  expect(rest).toMatchObject({ amount: 6_000, requested_by: { kind: "api_key", id: key.apiKeyId, name: "Test key" } });
});

test("who asked for a refund is the database's word: nobody can write it", async () => {
  const payment = await makeProcessedPayment(tenant, account.id);
  const { tenantWrite, sql } = await import("@/lib/tenant-db");
  const forging = tenantWrite(owner, "refunds:create", "test.forge", (db) =>
    db.rows(sql`insert into refunds (tenant_id, account_id, payment_intent_id, amount, currency, requested_by)
      values (${tenant.id}::uuid, ${account.id}::uuid, ${payment.id}::uuid, 1, 'EUR', gen_random_uuid())`),
  );
  await expect(forging).rejects.toThrow(/permission denied/);
});

test("more than what is left is refused beside the amount, and says what is left", async () => {
  const payment = await makeProcessedPayment(tenant, account.id);
  await makeRefund(tenant, payment.id, { amount: 9_000 });
  await expect(createRefund(owner, input(payment.id, { amount: 1_001 }))).rejects.toMatchObject({
    code: "validation_error",
    issues: [
      {
        loc: ["body", "amount"],
        type: "refund_exceeds_remaining",
        msg: expect.stringMatching(/^At most .*10\.00.* can still be refunded$/),
      },
    ],
  });
  await makeRefund(tenant, payment.id, { amount: 1_000 });
  await expect(createRefund(owner, input(payment.id))).rejects.toMatchObject({
    code: "conflict",
    message: "All that is left of this payment is being refunded already",
  });
});

test("what was not collected here cannot be refunded here", async () => {
  const fresh = await makePaymentIntent(tenant, account.id);
  await expect(createRefund(owner, input(fresh.id))).rejects.toMatchObject({
    code: "conflict",
    message: "A payment intent in status INITIALIZED cannot be refunded",
  });
  const imported = await makeProcessedPayment(tenant, account.id);
  await asOwner(database(), "update payment_intents set provider = null, provider_reference = null where id = $1", [
    imported.id,
  ]);
  await expect(createRefund(owner, input(imported.id))).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("imported"),
  });
  const free = await makeProcessedPayment(tenant, account.id, { billing_amount: 0 });
  await expect(createRefund(owner, input(free.id))).rejects.toMatchObject({
    message: expect.stringContaining("Nothing was paid"),
  });
});

test.each([
  ["nothing", { amount: 0 }, "amount"],
  ["a negative amount", { amount: -1 }, "amount"],
  ["a broken amount", { amount: 0.5 }, "amount"],
  ["a reason of one's own", { reason: "because" }, "reason"],
  ["a comment without end", { comment: "x".repeat(2001) }, "comment"],
  ["no payment", { payment_intent_id: "1" }, "payment_intent_id"],
  ["a status", { status: "SUCCEEDED" }, undefined],
])("bad input is refused beside its field: %s", (_what, given, field) => {
  const result = createRefundInput.safeParse({ payment_intent_id: account.id, ...given });
  expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test("parallel refunds of one payment never exceed it, and exactly those that fit are made", async () => {
  const payment = await makeProcessedPayment(tenant, account.id);
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, () => createRefund(owner, input(payment.id, { amount: 1_500 }))),
  );
  const made = results.filter(({ status }) => status === "fulfilled");
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  expect(made).toHaveLength(6);
  for (const reason of refused) expect(reason).toMatchObject({ issues: [{ type: "refund_exceeds_remaining" }] });
  expect(await getPaymentIntent(owner, { id: payment.id })).toMatchObject({ refundable_amount: 1_000 });
});

test("a refund is canceled while it has not left, once, and its money is there to refund again", async () => {
  const payment = await makeProcessedPayment(tenant, account.id);
  const made = await makeRefund(tenant, payment.id);
  expect(await cancelRefund(owner, { id: made.id })).toMatchObject({ status: "CANCELED", pending_reason: null });
  await expect(cancelRefund(owner, { id: made.id })).rejects.toMatchObject({ code: "conflict" });
  expect(await getPaymentIntent(owner, { id: payment.id })).toMatchObject({
    refundable_amount: 10_000,
    status: "PROCESSED",
  });
  const sent = await makeRefund(tenant, payment.id);
  await asOwner(database(), "update refunds set submitted_at = now() where id = $1", [sent.id]);
  await expect(cancelRefund(owner, { id: sent.id })).rejects.toMatchObject({
    code: "conflict",
    message: "The refund is with the provider already",
  });
});

describe("who may", () => {
  test("a viewer reads and may neither refund nor cancel; the role Dashboard Refund may", async () => {
    const payment = await makeProcessedPayment(tenant, account.id);
    const made = await makeRefund(tenant, payment.id, { amount: 100 });
    const viewer = await createMember(database(), tenant, { role: "viewer" });
    expect(await getRefund(viewer, { id: made.id })).toMatchObject({ id: made.id });
    const refused = { code: "forbidden", data: { permission: "refunds:create" } };
    await expect(createRefund(viewer, input(payment.id))).rejects.toMatchObject(refused);
    await expect(cancelRefund(viewer, { id: made.id })).rejects.toMatchObject(refused);
    const refunder = await createMember(database(), tenant, { role: "refunds" });
    expect(await createRefund(refunder, input(payment.id, { amount: 100 }))).toMatchObject({ status: "PENDING" });
  });

  test("another tenant's refund is not there, and neither is its payment", async () => {
    const payment = await makeProcessedPayment(tenant, account.id);
    const made = await makeRefund(tenant, payment.id);
    const stranger = await createMember(database(), await createTenant(database()));
    const missing = { code: "not_found", message: "Refund not found" };
    await expect(getRefund(stranger, { id: made.id })).rejects.toMatchObject(missing);
    await expect(cancelRefund(stranger, { id: made.id })).rejects.toMatchObject(missing);
    await expect(createRefund(stranger, input(payment.id))).rejects.toMatchObject({
      issues: [{ loc: ["body", "payment_intent_id"] }],
    });
    expect(await ids({ payment_intent: payment.id }, stranger)).toEqual([]);
    expect(await listPaymentRefunds(stranger, { id: payment.id })).toEqual([]);
    expect(await ids({ payment_intent: payment.id })).toEqual([made.id]);
  });

  test("a restricted member and key see and refund payments of their accounts only", async () => {
    const own = await makeAccount(tenant);
    const payments = [await makeProcessedPayment(tenant, own.id), await makeProcessedPayment(tenant, account.id)];
    const [mine, theirs] = await Promise.all(payments.map(({ id }) => makeRefund(tenant, id, { amount: 100 })));
    const member = await createMember(database(), tenant, { accountIds: [own.id] });
    const key = await createKey(tenant, { accountIds: [own.id] });
    for (const actor of [member, key]) {
      expect((await listRefunds(actor, query({ amount_min: "100" }))).items.map(({ id }) => id)).toEqual([mine?.id]);
      await expect(getRefund(actor, { id: theirs?.id ?? "" })).rejects.toMatchObject({ code: "not_found" });
      await expect(createRefund(actor, input(payments[1]?.id ?? ""))).rejects.toMatchObject({
        code: "validation_error",
      });
      expect(await createRefund(actor, input(payments[0]?.id ?? "", { amount: 1 }))).toMatchObject({ amount: 1 });
    }
  });
});

test("each change of a refund, and what it makes of its payment, leaves one audit row", async () => {
  const payment = await makeProcessedPayment(tenant, account.id);
  const made = await createRefund(owner, input(payment.id, { amount: 100 }));
  await cancelRefund(owner, { id: made.id });
  const rows = await asOwner(
    database(),
    "select table_name, action, operation, user_id, new_values ->> 'status' as status from audit_logs where record_id = any ($1) and operation like 'refunds.%' order by id",
    [[made.id, payment.id]],
  );
  const by = { user_id: owner.userId };
  // What a refund makes of its payment is written before the refund's own statement ends.
  expect(rows).toEqual([
    { ...by, table_name: "payment_intents", action: "update", operation: "refunds.create", status: "PROCESSED" },
    { ...by, table_name: "refunds", action: "insert", operation: "refunds.create", status: "PENDING" },
    { ...by, table_name: "payment_intents", action: "update", operation: "refunds.cancel", status: "PROCESSED" },
    { ...by, table_name: "refunds", action: "update", operation: "refunds.cancel", status: "CANCELED" },
  ]);
});

test("each filter holds exactly what it says", async () => {
  const payment = await makeProcessedPayment(tenant, account.id);
  const one = await makeRefund(tenant, payment.id, { amount: 111, reason: "fraudulent" });
  const two = await createRefund(owner, input(payment.id, { amount: 222 }));
  const at = { payment_intent: payment.id };
  expect(await ids(at)).toEqual([two.id, one.id]);
  expect(await ids({ ...at, reason: "fraudulent" })).toEqual([one.id]);
  expect(await ids({ ...at, requested_by: owner.userId })).toEqual([two.id]);
  expect(await ids({ ...at, amount_min: "200", amount_max: "222" })).toEqual([two.id]);
  expect(await ids({ ...at, status: "FAILED" })).toEqual([]);
  expect(await ids({ ...at, currency: "EUR", account: account.id, sort: "amount" })).toEqual([one.id, two.id]);
  expect(await ids({ ...at, created_from: "2100-01-01" })).toEqual([]);
});

test("the state machine in the database is the one in the code", async () => {
  const pairs = REFUND_STATUSES.flatMap((from) => REFUND_STATUSES.map((to) => ({ from, to })));
  const rows = await asOwner<{ from: string; to: string; may: boolean }>(
    database(),
    `select f as from, t as to, app.refund_may_become(f, t) as may from unnest($1::text[], $2::text[]) as x (f, t)`,
    [pairs.map(({ from }) => from), pairs.map(({ to }) => to)],
  );
  expect(rows).toEqual(pairs.map(({ from, to }) => ({ from, to, may: refundMayBecome(from, to) })));
});
