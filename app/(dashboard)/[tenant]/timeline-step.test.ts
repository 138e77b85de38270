import { expect, test } from "vitest";
import { englishTexts } from "@/lib/testing/texts";
import type { TimelineEntry } from "@/lib/timeline";
import { stepOf } from "./timeline-step";

const step = (old_values: object | null, new_values: object, given: Partial<TimelineEntry> = {}) =>
  stepOf(
    { t: englishTexts("server.detail.step"), sentence: (english) => english, locale: "en" },
    {
      id: "1",
      created_at: "2026-01-31T09:30:00Z",
      action: old_values ? "update" : "insert",
      operation: null,
      actor_kind: "system",
      request_id: null,
      actor_label: "refunds.settle",
      old_values: old_values && { ...old_values },
      new_values: { ...new_values },
      ...given,
    },
    "EUR",
  );

test.each<[string, object, object, string, string | null]>([
  ["a request", { refunding_amount: 0 }, { refunding_amount: 2500 }, "Refund requested", "€25.00"],
  [
    "a part that went back",
    { status: "PROCESSED", refunded_amount: 0, refunding_amount: 2500 },
    { status: "PARTIALLY_REFUNDED", refunded_amount: 2500, refunding_amount: 0 },
    "Partially refunded",
    "€25.00 went back",
  ],
  [
    "a second part",
    { refunded_amount: 2500, refunding_amount: 1000 },
    { refunded_amount: 3500, refunding_amount: 0 },
    "Refunded",
    "€10.00 went back",
  ],
  ["a failed one", { refunding_amount: 2500 }, { refunding_amount: 0 }, "Refund did not go through", "€25.00"],
  [
    "a returned one",
    { status: "PARTIALLY_REFUNDED", refunded_amount: 2500 },
    { status: "PROCESSED", refunded_amount: 0 },
    "Refund returned by the bank",
    "€25.00",
  ],
  ["a failure", { status: "PROCESSING" }, { status: "FAILED", failure_reason: "No funds." }, "Failed", "No funds."],
  ["a hand-over", { submitted_at: null }, { submitted_at: "2026-01-31" }, "Sent to the provider", null],
  ["a cancellation", { cancellation: null }, { cancellation: "requested" }, "Cancellation requested", null],
  [
    "an approval",
    { approval_status: "pending", decided_by: null, decision_comment: null },
    { approval_status: "approved", decided_by: "u", decision_comment: "Seen the invoice" },
    "Approved",
    "Seen the invoice",
  ],
  [
    "a refusal of a second person",
    { approval_status: "pending", status: "PENDING" },
    { approval_status: "rejected", status: "CANCELED", decision_comment: null },
    "Rejected",
    null,
  ],
])("%s is told in words, without the fields behind it", (_what, before, after, title, note) => {
  const same = { id: "p", currency: "EUR", metadata: {} };
  const told = step({ ...same, ...before }, { ...same, ...after });
  expect([told.title, told.note, told.before, told.after]).toEqual([title, note, {}, {}]);
});

test("what somebody edited is shown before and after", () => {
  const same = { id: "p", amount: 1, metadata: { a: 1 } };
  expect(step({ ...same, reference: "A", updated_at: 1 }, { ...same, reference: "B", updated_at: 2 })).toEqual({
    kind: "changed",
    title: "Changed",
    note: null,
    before: { reference: "A" },
    after: { reference: "B" },
  });
});

test("a record's beginning is its making or its import", () => {
  expect(step(null, { status: "INITIALIZED" })).toMatchObject({ title: "Created", after: {} });
  expect(step(null, {}, { operation: "payment_intents.import" })).toMatchObject({ title: "Imported" });
});
