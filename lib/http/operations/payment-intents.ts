import { z } from "zod";
import {
  confirmPaymentIntentInput,
  createPaymentIntentInput,
  paymentIntent,
  paymentIntentId,
  paymentIntentList,
  paymentIntentTotal,
  updatePaymentIntentInput,
} from "../../payment-intents/schema";
import { paymentVolume, paymentVolumeInput } from "../../payment-intents/totals-schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

const one = { path: "/api/v1/payment_intent", tag: "Payment intents", reply: paymentIntent } as const;

const MASKED =
  "Without the permission customers:read_personal_data, e-mail addresses and phone numbers are masked, " +
  "and filtering by them is refused.";

export const paymentIntentOperations = {
  list: {
    method: "get",
    path: "/api/v1/payment_intents",
    operationId: "listPaymentIntents",
    summary: "List payment intents",
    description: MASKED,
    tag: "Payment intents",
    permission: "payment_intents:read",
    query: paymentIntentList,
    reply: listReply(paymentIntent),
  },
  totals: {
    method: "get",
    path: "/api/v1/payment_intent_totals",
    operationId: "totalPaymentIntents",
    summary: "Sums and counts by account, status and currency",
    description: `Of all payment intents that the filters hold; amounts of different currencies are never added. ${MASKED}`,
    tag: "Payment intents",
    permission: "payment_intents:read",
    query: { filtersOf: paymentIntentList },
    reply: z.object({ items: z.array(paymentIntentTotal) }),
  },
  volume: {
    method: "get",
    path: "/api/v1/payment_volume",
    operationId: "getPaymentVolume",
    summary: "What was collected, failed and refunded over time and by account",
    description:
      "Payments count when they were made, refunds when they succeeded. Ask twice to compare two ranges. Amounts of " +
      "different currencies are never added.",
    tag: "Payment intents",
    permission: "payment_intents:read",
    query: paymentVolumeInput,
    reply: paymentVolume,
  },
  get: {
    ...one,
    method: "get",
    operationId: "getPaymentIntent",
    summary: "One payment intent",
    permission: "payment_intents:read",
    query: paymentIntentId,
  },
  create: {
    ...one,
    method: "post",
    operationId: "createPaymentIntent",
    summary: "Create a payment intent",
    permission: "payment_intents:write",
    body: createPaymentIntentInput,
    isIdempotent: true,
    status: 201,
    errors: ["conflict"],
  },
  update: {
    ...one,
    method: "patch",
    operationId: "updatePaymentIntent",
    summary: "Change the fields that are present; null clears",
    description: "Account and amounts are fixed once a payment intent is made.",
    permission: "payment_intents:write",
    body: updatePaymentIntentInput,
    errors: ["conflict"],
  },
  confirm: {
    ...one,
    method: "post",
    isIdempotent: true,
    path: "/api/v1/payment_intent/confirm",
    operationId: "confirmPaymentIntent",
    summary: "Have the provider collect a payment",
    description:
      "The payment is PROCESSING until its provider says what came of it: then it is PROCESSED, or FAILED with its " +
      "failure_reason.",
    permission: "payment_intents:write",
    body: confirmPaymentIntentInput,
    errors: ["conflict"],
  },
  cancel: {
    ...one,
    method: "post",
    isIdempotent: true,
    path: "/api/v1/payment_intent/cancel",
    operationId: "cancelPaymentIntent",
    summary: "Cancel a payment intent that is not settled",
    description:
      "One that is with its provider already is called off there: cancellation is `requested` until the provider has " +
      "answered, then the status is CANCELED, or cancellation is `refused` and the payment goes on.",
    permission: "payment_intents:write",
    body: paymentIntentId,
    errors: ["conflict"],
  },
} as const satisfies Record<string, Operation>;
