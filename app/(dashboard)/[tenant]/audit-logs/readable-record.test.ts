import { describe, expect, test } from "vitest";
import { DEFAULT_TIME_FORMAT } from "@/lib/time";
import { changedFields, fieldLabel, readableChange } from "./readable-record";

const OPTIONS = { timeZone: "Europe/Lisbon" };
const PAYMENT = {
  tenant_id: "t",
  id: "p",
  status: "INITIALIZED",
  billing_amount: 123_456,
  billing_currency: "JPY",
  processing_amount: null,
  processing_currency: null,
  metadata: { nights: 3 },
  updated_at: "2026-06-01T10:00:00.5+00:00",
};

describe("a readable change", () => {
  test("writes amounts with the decimals of their own currency", () => {
    const { after } = readableChange(null, PAYMENT, OPTIONS);
    expect(after?.billing_amount).toBe("¥123,456 JPY");
  });

  test("writes what went back in the currency of its payment", () => {
    const { after } = readableChange(null, { ...PAYMENT, refunded_amount: 500 }, OPTIONS);
    expect(after?.refunded_amount).toBe("¥500 JPY");
  });

  test("writes times on the reader's clock", () => {
    const { after } = readableChange(null, { deleted_at: "2026-06-01T10:00:00.5+00:00" }, OPTIONS);
    expect(after?.deleted_at).toBe("1 Jun 2026, 11:00:00 UTC+01:00");
  });

  test("leaves out technical and empty fields, unless all are asked for", () => {
    const { after } = readableChange(null, PAYMENT, OPTIONS);
    expect(Object.keys(after ?? {})).toEqual(["status", "billing_amount", "billing_currency", "metadata"]);
    expect(Object.keys(readableChange(null, PAYMENT, { ...OPTIONS, all: true }).after ?? {})).toEqual(
      Object.keys(PAYMENT),
    );
  });

  test("keeps a field that was emptied", () => {
    const { before, after } = readableChange({ reference: "A-1" }, { reference: null }, OPTIONS);
    expect([before?.reference, after?.reference]).toEqual(["A-1", null]);
  });

  test("writes amounts as the page's language does, and no code twice", () => {
    const timeFormat = { ...DEFAULT_TIME_FORMAT, locale: "de" } as const;
    const amounts = { amount: 5000, currency: "EUR", fee_amount: 700, fee_currency: "CHF" };
    const { after } = readableChange(null, amounts, { ...OPTIONS, timeFormat });
    expect(after).toMatchObject({ amount: "50,00\u00a0€ EUR", fee_amount: "7,00\u00a0CHF" });
  });

  test("keeps an amount as it is where the currency is missing or unknown", () => {
    const { after } = readableChange(null, { amount: 5, fee_amount: 7, fee_currency: "XXQ" }, OPTIONS);
    expect(after).toMatchObject({ amount: 5, fee_amount: 7 });
  });
});

test("the changed fields are those whose value differs, without the technical ones", () => {
  expect(changedFields(PAYMENT, { ...PAYMENT, status: "PROCESSING", updated_at: "later" })).toEqual(["status"]);
  expect(changedFields(null, { name: "Porto", id: "x" })).toEqual(["name"]);
});

test("a field's label is its name in words", () => {
  expect(fieldLabel("terms_and_conditions_url")).toBe("Terms and conditions url");
});
