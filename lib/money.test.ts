import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CURRENCIES } from "./currencies";
import {
  addMinor,
  decimalToMinor,
  exponentOf,
  formatAmount,
  formatBareAmount,
  formatDecimal,
  impliedRate,
  MAX_AMOUNT_MINOR,
  parseAmount,
} from "./money";

const amount = fc.integer({ min: -MAX_AMOUNT_MINOR, max: MAX_AMOUNT_MINOR });
const currency = fc.constantFrom(...CURRENCIES.map((one) => one.code));

describe("amounts survive being written and read", () => {
  it("in every currency, at its edges", () => {
    for (const { code } of CURRENCIES) {
      for (const amountMinor of [0, 1, -1, 9, 10, 99, 100, 12_345, MAX_AMOUNT_MINOR, -MAX_AMOUNT_MINOR]) {
        expect(parseAmount(formatDecimal(amountMinor, code), code)).toEqual({ ok: true, amountMinor });
      }
    }
  });

  it("for any amount", () => {
    fc.assert(
      fc.property(amount, currency, (amountMinor, code) => {
        const decimal = formatDecimal(amountMinor, code);
        expect(parseAmount(decimal, code)).toEqual({ ok: true, amountMinor });
        expect(decimalToMinor(`${decimal}${exponentOf(code) ? "" : "."}000`, code, "exact")).toEqual({
          ok: true,
          amountMinor,
        });
        expect(formatAmount(amountMinor, code).replace(/[^\d.]/g, "")).toContain(decimal.replace("-", ""));
      }),
    );
  });

  it("whatever text comes, without throwing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.oneof(currency, fc.string()), (text, code) => {
        const result = parseAmount(text, code);
        if (result.ok) expect(Number.isSafeInteger(result.amountMinor)).toBe(true);
        else expect(result.message).not.toBe("");
      }),
    );
  });
});

describe("parseAmount", () => {
  it.each([
    ["1234.5", "EUR", 123_450],
    ["1 234.50", "EUR", 123_450],
    ["1\u202f234\u202f567.5", "EUR", 123_456_750],
    ["1,234.50", "EUR", 123_450],
    ["  7 ", "EUR", 700],
    [".5", "EUR", 50],
    ["5.", "EUR", 500],
    ["+1", "EUR", 100],
    ["-0", "EUR", 0],
    ["500", "JPY", 500],
    ["1.5", "HUF", 150],
    ["1.234", "KWD", 1_234],
    ["1.2345", "CLF", 12_345],
  ])("reads %j %s", (text, code, amountMinor) => {
    expect(parseAmount(text, code)).toEqual({ ok: true, amountMinor });
  });

  it.each([
    ["", "EUR", "Enter an amount"],
    ["abc", "EUR", "Enter a number, such as 1234.50"],
    [".", "EUR", "Enter a number, such as 1234.50"],
    ["1e3", "EUR", "Enter a number, such as 1234.50"],
    ["0x10", "EUR", "Enter a number, such as 1234.50"],
    ["NaN", "EUR", "Enter a number, such as 1234.50"],
    ["1.2.3", "EUR", "Enter a number, such as 1234.50"],
    ["--1", "EUR", "Enter a number, such as 1234.50"],
    ["1 23", "EUR", "Enter a number, such as 1234.50"],
    ["١٢", "EUR", "Enter a number, such as 1234.50"],
    ["1".repeat(500), "EUR", "Enter a number, such as 1234.50"],
    ["1,234", "EUR", "Write decimals after a point, and thousands without a comma, such as 1234.50"],
    ["1.234,50", "EUR", "Write decimals after a point, and thousands without a comma, such as 1234.50"],
    ["1,23.50", "EUR", "Write decimals after a point, and thousands without a comma, such as 1234.50"],
    ["1.230", "EUR", "EUR has 2 decimals at most"],
    ["1.0", "JPY", "JPY has no decimals"],
    ["10000000000000.00", "EUR", "The amount is too large"],
    ["1", "XXX", "Choose a currency first"],
    ["1", "__proto__", "Choose a currency first"],
  ])("refuses %j %s", (text, code, message) => {
    expect(parseAmount(text, code)).toEqual({ ok: false, message });
  });
});

describe("decimalToMinor", () => {
  it.each([
    ["0.005", 0],
    ["0.015", 2],
    ["0.025", 2],
    ["0.0250000000000000000001", 3],
    ["0.0249999999999999999999", 2],
    ["-0.015", -2],
    ["-0.005", 0],
    ["0.1", 10],
    ["1.005", 100],
  ])("rounds %s EUR half to even", (decimal, amountMinor) => {
    expect(decimalToMinor(decimal, "EUR", "half-even")).toEqual({ ok: true, amountMinor });
  });

  it("refuses to lose decimals when asked to be exact", () => {
    expect(decimalToMinor("0.001", "EUR", "exact").ok).toBe(false);
    expect(decimalToMinor("0.010", "EUR", "exact")).toEqual({ ok: true, amountMinor: 1 });
  });

  it("refuses what rounding takes over the largest amount", () => {
    expect(decimalToMinor("9999999999999.995", "EUR", "half-even").ok).toBe(false);
    expect(decimalToMinor("9999999999999.994", "EUR", "half-even").ok).toBe(true);
  });
});

describe("formatting", () => {
  it("has the decimals of ISO 4217, not those of Intl", () => {
    expect(formatDecimal(-5, "KWD")).toBe("-0.005");
    expect(formatDecimal(0, "EUR")).toBe("0.00");
    expect(formatDecimal(-0, "JPY")).toBe("0");
    expect(formatAmount(123_450, "HUF")).toBe("HUF\u00a01,234.50");
    expect(formatAmount(123_450, "EUR", "de")).toBe("1.234,50\u00a0€");
    expect(formatAmount(500, "JPY")).toBe("¥500");
    expect(formatBareAmount(123_450, "HUF")).toBe("1,234.50");
    expect(formatBareAmount(-1_234_567, "BHD", "de")).toBe("-1.234,567");
    expect(formatAmount(MAX_AMOUNT_MINOR, "CLF")).toContain("99,999,999,999.9999");
  });

  it("throws for what is not an amount: that is a bug", () => {
    expect(() => formatDecimal(1.5, "EUR")).toThrow(RangeError);
    expect(() => formatDecimal(Number.NaN, "EUR")).toThrow(RangeError);
    expect(() => formatDecimal(1, "EURO")).toThrow(RangeError);
  });
});

describe("addMinor", () => {
  it("adds, and throws rather than overflow", () => {
    expect(addMinor()).toBe(0);
    expect(addMinor(1, 2, -4)).toBe(-1);
    expect(() => addMinor(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError);
    expect(() => addMinor(0.5)).toThrow(RangeError);
  });
});

describe("the implied rate", () => {
  const rate = (from: [number, string], to: [number, string]) =>
    impliedRate({ amountMinor: from[0], currency: from[1] }, { amountMinor: to[0], currency: to[1] });

  it("is exact to six significant digits, whatever the decimals of the currencies", () => {
    expect(rate([10_000, "EUR"], [10_843, "USD"])).toBe("1.0843");
    expect(rate([10_000, "EUR"], [16_250, "JPY"])).toBe("162.5");
    expect(rate([16_250, "JPY"], [10_000, "EUR"])).toBe("0.00615385");
    expect(rate([300, "EUR"], [100, "EUR"])).toBe("0.333333");
    expect(rate([100, "EUR"], [100, "EUR"])).toBe("1");
    expect(rate([100, "KWD"], [33_333, "JPY"])).toBe("333330");
    expect(rate([999_999_999_999_999, "EUR"], [1, "EUR"])).toBeNull();
  });

  it("rounds halves to the even neighbour, and says nothing of an amount of 0", () => {
    expect(rate([20_000_000, "EUR"], [20_000_050, "EUR"])).toBe("1");
    expect(rate([2_000_000, "EUR"], [2_000_030, "EUR"])).toBe("1.00002");
    expect(rate([2_000_000, "EUR"], [2_000_050, "EUR"])).toBe("1.00002");
    expect(rate([0, "EUR"], [100, "USD"])).toBeNull();
    expect(rate([100, "EUR"], [0, "USD"])).toBeNull();
  });
});
