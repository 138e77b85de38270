import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { getPaymentIntent } from "@/lib/payment-intents/queries";
import { ProviderError, type ProviderRefundState } from "@/lib/providers/provider";
import {
  asOwner,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { makeProcessedPayment, makeRefund, RefundingProvider } from "@/lib/testing/refunds";
import { checkRefund, settleRefund, submitRefund } from "./jobs";
import { getRefund } from "./queries";
import type { Refund } from "./schema";

const database = doorsOfThisFile({ poolMax: 10 });
let tenant: TestTenant;
let owner: MemberActor;
let accountId: string;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  accountId = (await makeAccount(tenant)).id;
});

const job = (refund_id: string) => ({ refund_id, tenant_id: tenant.id });
const payment = (id: string) => getPaymentIntent(owner, { id });
const outcome = (state: ProviderRefundState, reference = "re_1") => ({ reference, state, failureReason: null });

test("the provider is asked once, and the payment follows: in part, then in full", async () => {
  const { id } = await makeProcessedPayment(tenant, accountId);
  const provider = new RefundingProvider();
  const [first, second] = [
    await makeRefund(tenant, id, { amount: 2_500, reason: "duplicate" }),
    await makeRefund(tenant, id),
  ];
  await submitRefund(job(first.id), provider.find);
  expect(await getRefund(owner, { id: first.id })).toMatchObject({ status: "SUCCEEDED", pending_reason: null });
  expect(await payment(id)).toMatchObject({
    status: "PARTIALLY_REFUNDED",
    refunded_amount: 2_500,
    refundable_amount: 0,
  });
  await submitRefund(job(second.id), provider.find);
  expect(await payment(id)).toMatchObject({ status: "REFUNDED", refunded_amount: 10_000 });
  expect(provider.calls).toMatchObject([
    {
      refundId: first.id,
      amountMinor: 2_500,
      currency: "EUR",
      reason: "duplicate",
      idempotencyKey: `refund:${first.id}`,
    },
    { refundId: second.id, amountMinor: 7_500, reason: null },
  ]);
});

test("a job that runs again, at once or after a crash, moves the money once and with the same key", async () => {
  const { id } = await makeProcessedPayment(tenant, accountId);
  const made = await makeRefund(tenant, id, { amount: 3_000 });
  const provider = new RefundingProvider(new ProviderError("unavailable", "The provider does not answer"));
  await expect(submitRefund(job(made.id), provider.find)).rejects.toThrow("does not answer");
  expect(await getRefund(owner, { id: made.id })).toMatchObject({
    status: "PENDING",
    pending_reason: "awaiting_provider",
  });
  provider.answer = "succeeded";
  await Promise.all([submitRefund(job(made.id), provider.find), submitRefund(job(made.id), provider.find)]);
  await submitRefund(job(made.id), provider.find);
  expect(new Set(provider.calls.map((call) => `${call.idempotencyKey} ${call.amountMinor}`)).size).toBe(1);
  expect(provider.movedMinor).toBe(3_000);
  expect(await payment(id)).toMatchObject({ refunded_amount: 3_000, refundable_amount: 7_000 });
});

test("what the provider will never do ends as FAILED with its reason, and can be asked for again", async () => {
  const { id } = await makeProcessedPayment(tenant, accountId);
  const made = await makeRefund(tenant, id);
  await submitRefund(job(made.id), new RefundingProvider(new ProviderError("refused", "Too old to refund")).find);
  expect(await getRefund(owner, { id: made.id })).toMatchObject({
    status: "FAILED",
    failure_reason: "Too old to refund",
    provider_reference: null,
  });
  expect(await payment(id)).toMatchObject({ status: "PROCESSED", refundable_amount: 10_000 });
});

test("a canceled refund is never handed to the provider", async () => {
  const { id } = await makeProcessedPayment(tenant, accountId);
  const made = await makeRefund(tenant, id);
  await asOwner(database(), "update refunds set status = 'CANCELED', pending_reason = null where id = $1", [made.id]);
  const provider = new RefundingProvider();
  await submitRefund(job(made.id), provider.find);
  expect(provider.calls).toEqual([]);
});

test("where the provider moved another currency, the refunds together give back exactly what it moved", async () => {
  const { id } = await makeProcessedPayment(tenant, accountId, {
    billing_amount: 1_000,
    processing_amount: 1_087,
    processing_currency: "USD",
  });
  const provider = new RefundingProvider();
  for (const amount of [333, 333, 334])
    await submitRefund(job((await makeRefund(tenant, id, { amount })).id), provider.find);
  expect(provider.calls.every(({ currency }) => currency === "USD")).toBe(true);
  expect(provider.movedMinor).toBe(1_087);
});

test("a refund whose webhook never came is asked about until it is settled; each question comes later", async () => {
  const { id } = await makeProcessedPayment(tenant, accountId);
  const made = await makeRefund(tenant, id);
  const provider = new RefundingProvider("pending");
  await submitRefund(job(made.id), provider.find);
  const next = async () => {
    const [row] = await asOwner<{ checks: number; minutes: number }>(
      database(),
      `select (payload ->> 'checks')::int as checks, round(extract(epoch from run_at - now()) / 60)::int as minutes
       from graphile_worker._private_jobs where payload ->> 'refund_id' = $1 and key like '%refunds.check%'`,
      [made.id],
    );
    return row;
  };
  expect(await next()).toEqual({ checks: 0, minutes: 15 });
  await checkRefund({ ...job(made.id), checks: 0 }, provider.find);
  expect(await next()).toEqual({ checks: 1, minutes: 30 });
  provider.answer = "succeeded";
  await checkRefund({ ...job(made.id), checks: 1 }, provider.find);
  expect(await getRefund(owner, { id: made.id })).toMatchObject({ status: "SUCCEEDED" });
  const asked = vi.spyOn(provider, "retrieveRefund");
  await checkRefund({ ...job(made.id), checks: 2 }, provider.find);
  expect(asked).not.toHaveBeenCalled();
});

test("a refund that the bank sends back later gives its payment the earlier state again", async () => {
  const { id } = await makeProcessedPayment(tenant, accountId);
  const made = await makeRefund(tenant, id);
  await settleRefund(tenant.id, made.id, outcome("succeeded"));
  expect(await payment(id)).toMatchObject({ status: "REFUNDED", refundable_amount: 0 });
  await settleRefund(tenant.id, made.id, { ...outcome("failed"), failureReason: "Account closed" });
  expect(await payment(id)).toMatchObject({ status: "PROCESSED", refunded_amount: 0, refundable_amount: 10_000 });
  expect(await getRefund(owner, { id: made.id })).toMatchObject({ failure_reason: "Account closed" });
});

test("whatever the provider says, in any order and at the same time, the sums of the payment are those of its refunds", async () => {
  const event = fc.record({
    refund: fc.nat(3),
    state: fc.constantFrom<ProviderRefundState>("pending", "succeeded", "failed", "canceled"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 12 }), async (events) => {
      const { id } = await makeProcessedPayment(tenant, accountId);
      const refunds: Refund[] = [];
      for (const amount of [1_000, 2_000, 3_000, 4_000]) refunds.push(await makeRefund(tenant, id, { amount }));
      await Promise.all(
        events.map(({ refund, state }) =>
          settleRefund(tenant.id, refunds[refund]?.id ?? "", outcome(state, `re_${refunds[refund]?.id}`)),
        ),
      );
      const now = await Promise.all(refunds.map((refund) => getRefund(owner, { id: refund.id })));
      const sum = (status: string) =>
        now.filter((refund) => refund.status === status).reduce((total, { amount }) => total + amount, 0);
      const succeeded = sum("SUCCEEDED");
      expect(await payment(id)).toMatchObject({
        refunded_amount: succeeded,
        status: succeeded === 0 ? "PROCESSED" : succeeded === 10_000 ? "REFUNDED" : "PARTIALLY_REFUNDED",
        refundable_amount: succeeded === 10_000 ? 0 : 10_000 - succeeded - sum("PENDING"),
      });
    }),
    { numRuns: 15, seed: 20261121 },
  );
});
