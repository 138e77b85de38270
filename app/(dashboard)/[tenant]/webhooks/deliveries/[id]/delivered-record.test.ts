import { expect, test } from "vitest";
import { deliveredRecord } from "./delivered-record";

const body = (object: object) => JSON.stringify({ id: "m1", type: "x", data: { object } });

test("a message leads to its record, by the name that people have for it", () => {
  expect(deliveredRecord("payment_intent.processed", body({ id: "p1", reference: "BKG-1" }))).toEqual({
    resource: "payment_intent",
    path: "/payment-intents/p1",
    name: "BKG-1",
  });
  expect(deliveredRecord("refund.failed", body({ id: "r1", payment_intent: { reference: "BKG-2" } }))).toMatchObject({
    path: "/refunds/r1",
    name: "BKG-2",
  });
  expect(deliveredRecord("api_key.revoked", body({ id: "k1", name: "Till" }))).toMatchObject({ name: "Till" });
  expect(deliveredRecord("payment_intent.created", body({ id: "p2", reference: null }))).toMatchObject({ name: "p2" });
});

test("a ping is about no record, and a message that is not shown tells of none", () => {
  expect(deliveredRecord("webhook_endpoint.ping", body({ id: "e1" }))).toBeNull();
  expect(deliveredRecord("refund.failed", null)).toBeNull();
});
