import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { STRIPE_TEST_SECRET, signedStripeWebhook } from "@/lib/testing/provider-webhooks";
import { failure, StripeStub } from "@/lib/testing/stripe-stub";
import {
  type CreatePaymentCall,
  type PaymentProvider,
  ProviderError,
  type RefundCall,
  WebhookRefused,
} from "./provider";
import { stripeProvider } from "./stripe";
import { toStripeAmount } from "./stripe-amounts";
import paymentIntentShape from "./stripe-shapes/payment-intent.json";
import refundShape from "./stripe-shapes/refund.json";

const stub = new StripeStub();
let stripe: PaymentProvider;

beforeAll(async () => {
  stripe = stripeProvider({
    secretKey: "sk_test_only_for_tests",
    webhookSecret: STRIPE_TEST_SECRET,
    apiUrl: await stub.start(),
  });
});
afterAll(() => stub.stop());

const TENANT = "0190a000-0000-7000-8000-000000000001";
const PAYMENT = "0190a000-0000-7000-8000-000000000002";
const REFUND = "0190a000-0000-7000-8000-000000000003";

const payment = (given: Partial<CreatePaymentCall> = {}): CreatePaymentCall => ({
  tenantId: TENANT,
  paymentIntentId: PAYMENT,
  amountMinor: 12_345,
  currency: "EUR",
  customerEmail: "ann@example.com",
  reference: "BOOKING-1",
  idempotencyKey: randomUUID(),
  ...given,
});
const refund = (given: Partial<RefundCall> = {}): RefundCall => ({
  tenantId: TENANT,
  paymentIntentId: PAYMENT,
  refundId: REFUND,
  paymentReference: "pi_1",
  amountMinor: 1000,
  currency: "EUR",
  reason: "duplicate",
  idempotencyKey: randomUUID(),
  ...given,
});
const confirm = (reference: string, paymentMethod: string | null, idempotencyKey: string = randomUUID()) =>
  stripe.confirmPayment({ reference, paymentMethod, idempotencyKey });
const kindOf = async (call: Promise<unknown>) => {
  const error = await call.then(() => null).catch((thrown: unknown) => thrown);
  return error instanceof ProviderError ? error.kind : error;
};

test("a payment is made known, confirmed, looked up; the version is pinned and the ids of ours travel along", async () => {
  const made = await stripe.createPayment(payment());
  expect(made).toEqual({ reference: expect.stringMatching(/^pi_/), state: "created", failureReason: null });
  expect(stub.calls.at(-1)).toMatchObject({
    apiVersion: "2026-10-28.endive",
    form: {
      amount: "12345",
      currency: "eur",
      description: "BOOKING-1",
      "metadata[tenant_id]": TENANT,
      "metadata[payment_intent_id]": PAYMENT,
    },
  });
  expect(await confirm(made.reference, "pm_card_visa")).toMatchObject({ state: "succeeded" });
  expect(stub.calls.at(-1)?.form).toMatchObject({ payment_method: "pm_card_visa", error_on_requires_action: "true" });
  expect(await stripe.retrievePayment(made.reference)).toMatchObject({ state: "succeeded" });
});

test("the same key gives the same payment, also when its answer was lost", async () => {
  const call = payment();
  stub.disturbances.push("hang up");
  const made = await stripe.createPayment(call);
  const before = stub.intents.size;
  expect(await stripe.createPayment(call)).toEqual(made);
  expect(stub.intents.size).toBe(before);
  const keys = stub.calls.slice(-3).map(({ idempotencyKey }) => idempotencyKey);
  expect(new Set(keys)).toEqual(new Set([call.idempotencyKey]));
});

test("a decline is an outcome with its reason, now and when it is looked up", async () => {
  const { reference } = await stripe.createPayment(payment());
  const declined = { reference, state: "failed", failureReason: "Your card has insufficient funds." };
  expect(await confirm(reference, "pm_card_chargeDeclinedInsufficientFunds")).toEqual(declined);
  expect(await stripe.retrievePayment(reference)).toEqual(declined);
});

test("a payment that is on its way, or called off, says so", async () => {
  const bank = await stripe.createPayment(payment());
  expect(await confirm(bank.reference, "pm_bank")).toMatchObject({ state: "processing" });
  expect(await stripe.cancelPayment(bank.reference), "too late").toMatchObject({ state: "processing" });
  const open = await stripe.createPayment(payment());
  expect(await stripe.cancelPayment(open.reference)).toMatchObject({ state: "canceled" });
  expect(await confirm(open.reference, "pm_card_visa"), "canceled before").toMatchObject({ state: "canceled" });
});

test("a second confirmation under another key collects nothing again", async () => {
  const { reference } = await stripe.createPayment(payment());
  await confirm(reference, "pm_card_visa");
  expect(await confirm(reference, "pm_card_visa")).toMatchObject({ state: "succeeded" });
});

test("a refund, and what its events say", async () => {
  const made = await stripe.refundPayment(refund());
  expect(made).toEqual({ reference: expect.stringMatching(/^re_/), state: "pending", failureReason: null });
  expect(stub.calls.at(-1)?.form).toMatchObject({ reason: "duplicate", "metadata[refund_id]": REFUND });
  expect(await stripe.retrieveRefund(made.reference)).toEqual(made);
});

test("only what Stripe says of the request itself is final", async () => {
  expect(await kindOf(stripe.createPayment(payment({ amountMinor: 10 })))).toBe("refused");
  expect(await kindOf(stripe.retrievePayment("pi_nothing"))).toBe("refused");
  const { reference } = await stripe.createPayment(payment());
  expect(await kindOf(confirm(reference, null))).toBe("refused");

  const faults = [
    failure(401, { type: "invalid_request_error", message: "Invalid API Key provided: sk_test_***" }),
    failure(403, { type: "invalid_request_error", message: "This key may not do that" }),
  ];
  for (const fault of faults) {
    stub.disturbances.push(fault);
    expect(await kindOf(stripe.createPayment(payment()))).toBe("unavailable");
  }
  const key = randomUUID();
  await stripe.createPayment(payment({ idempotencyKey: key }));
  expect(await kindOf(stripe.createPayment(payment({ idempotencyKey: key, amountMinor: 1 })))).toBe("unavailable");
});

test.each([
  ["limits", failure(429, { type: "rate_limit_error", message: "Too many requests" })],
  ["a fault", failure(500, { type: "api_error", message: "Something went wrong" })],
  ["a key in use", failure(409, { type: "idempotency_error", code: "idempotency_key_in_use", message: "in use" })],
])("%s that lasts leaves the outcome open", async (_what, fault) => {
  stub.disturbances.push(fault, fault, fault);
  const result = await kindOf(stripe.createPayment(payment()));
  stub.disturbances.length = 0;
  expect(result).toBe("unavailable");
});

test.each([
  ["EUR", 1234, 1234],
  ["JPY", 1234, 1234],
  ["ISK", 1234, 123_400],
  ["UGX", 1234, 123_400],
  ["MGA", 12_300, 123],
  ["KWD", 12_340, 12_340],
])("Stripe counts %s %d as %d", (currency, amountMinor, expected) => {
  expect(toStripeAmount(amountMinor, currency)).toBe(expected);
});

test.each([
  ["KWD", 12_345],
  ["MGA", 12_345],
  ["XXX", 1],
])("Stripe cannot move %s %d", (currency, amountMinor) => {
  expect(() => toStripeAmount(amountMinor, currency)).toThrow(ProviderError);
});

const webhook = (object: Record<string, unknown>, type: string) => signedStripeWebhook({ type, data: { object } });
const parse = ({ body, headers }: ReturnType<typeof signedStripeWebhook>) =>
  stripe.parseEvent(stripe.verifyWebhook(Buffer.from(JSON.stringify(body)), new Headers(headers)));
const metadata = { tenant_id: TENANT, payment_intent_id: PAYMENT };

test("events of payments and refunds, in our words", () => {
  const succeeded = { ...paymentIntentShape, status: "succeeded", metadata };
  expect(parse(webhook(succeeded, "payment_intent.succeeded"))).toMatchObject({
    type: "payment_intent.succeeded",
    tenantId: TENANT,
    subject: { kind: "payment", paymentIntentId: PAYMENT, payment: { reference: succeeded.id, state: "succeeded" } },
  });
  const failed = { ...paymentIntentShape, metadata, last_payment_error: { message: "Your card was declined." } };
  expect(parse(webhook(failed, "payment_intent.payment_failed")).subject).toMatchObject({
    payment: { state: "failed", failureReason: "Your card was declined." },
  });
  const back = {
    ...refundShape,
    status: "failed",
    failure_reason: "declined",
    metadata: { ...metadata, refund_id: REFUND },
  };
  expect(parse(webhook(back, "refund.failed")).subject).toMatchObject({
    kind: "refund",
    refundId: REFUND,
    refund: { state: "failed", failureReason: "The bank did not accept the refund." },
  });
});

test("events about nothing of ours have no subject; forged and old ones are refused", () => {
  expect(parse(webhook({ object: "charge", id: "ch_1" }, "charge.refunded"))).toMatchObject({
    tenantId: null,
    subject: null,
  });
  const byHand = { ...paymentIntentShape, metadata: { tenant_id: "mine", payment_intent_id: "1" } };
  expect(parse(webhook(byHand, "payment_intent.created"))).toMatchObject({ tenantId: null, subject: null });
  const { body, headers } = webhook({}, "payment_intent.created");
  const changed = Buffer.from(JSON.stringify({ ...body, type: "other" }));
  expect(() => stripe.verifyWebhook(changed, new Headers(headers))).toThrow(WebhookRefused);
  expect(() => parse(signedStripeWebhook({}, { at: new Date(Date.now() - 6 * 60_000) }))).toThrow(
    "older than five minutes",
  );
});
