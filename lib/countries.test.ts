import { expect, it } from "vitest";
import { COUNTRIES, findCountry } from "./countries";

it("the country table is complete, well formed, sorted and without duplicates", () => {
  const codes = COUNTRIES.map((country) => country.code);
  expect(codes).toHaveLength(249);
  expect(codes).toEqual([...new Set(codes)].sort());
  for (const key of ["alpha3", "name"] as const) {
    expect(new Set(COUNTRIES.map((country) => country[key])).size).toBe(codes.length);
  }
  for (const { code, alpha3 } of COUNTRIES) {
    expect(code).toMatch(/^[A-Z]{2}$/);
    expect(alpha3).toMatch(/^[A-Z]{3}$/);
  }
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  expect(codes.filter((code) => !names.of(code))).toEqual([]);
  expect(findCountry("DE")).toEqual({ code: "DE", alpha3: "DEU", name: "Germany" });
  for (const code of ["XX", "XK", "de", "UK", "", "__proto__"]) expect(findCountry(code)).toBeUndefined();
});
