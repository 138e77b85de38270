import { describe, expect, it } from "vitest";
import { CURRENCIES, findCurrency } from "./currencies";

describe("the currency table", () => {
  it("is well formed, sorted and without duplicates", () => {
    const codes = CURRENCIES.map((currency) => currency.code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(new Set(CURRENCIES.map((currency) => currency.numeric)).size).toBe(codes.length);
    for (const currency of CURRENCIES) {
      expect(currency.code).toMatch(/^[A-Z]{3}$/);
      expect(currency.numeric).toMatch(/^\d{3}$/);
      expect(currency.name).not.toBe("");
      expect(currency.symbol).not.toBe("");
    }
  });

  it("has ISO's exponents", () => {
    const byExponent = (exponent: number) =>
      CURRENCIES.filter((currency) => currency.exponent === exponent).map((currency) => currency.code);
    expect(byExponent(0).join(" ")).toBe("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF");
    expect(byExponent(3).join(" ")).toBe("BHD IQD JOD KWD LYD OMR TND");
    expect(byExponent(4).join(" ")).toBe("CLF UYW");
    expect(findCurrency("HUF")?.exponent).toBe(2);
  });

  it("has the codes in force, and not those withdrawn or without minor units", () => {
    for (const code of ["EUR", "USD", "GBP", "XCG", "ZWG", "SLE", "VED"]) expect(findCurrency(code)?.code).toBe(code);
    for (const code of ["HRK", "BGN", "ANG", "ZWL", "SLL", "DEM", "XAU", "XXX", "eur", ""]) {
      expect(findCurrency(code)).toBeUndefined();
    }
  });
});
