import { describe, expect, test } from "vitest";
import { COUNTRIES } from "../countries";
import { CURRENCIES } from "../currencies";
import german from "./de/names.json";
import { NO_NAMES, namesIn } from "./names";

describe("German names", () => {
  test.each([
    ["countries", COUNTRIES],
    ["currencies", CURRENCIES],
  ] as const)("are there of all %s, each once, and of nothing else", (kind, all) => {
    expect(Object.keys(german[kind])).toEqual(all.map(({ code }) => code));
    const names = Object.values(german[kind]);
    expect(names.filter((name) => name !== name.trim() || !/\p{L}{2}/u.test(name))).toEqual([]);
    expect(names.filter((name) => /^[A-Z]{2,3}$/.test(name))).toEqual([]);
  });

  test("of countries are all different, so that nobody chooses the wrong one", () => {
    expect(new Set(Object.values(german.countries)).size).toBe(COUNTRIES.length);
  });
});

test.each([
  ["en", "Germany", "Swiss Franc"],
  ["de", "Deutschland", "Schweizer Franken"],
] as const)("a page in %s says %s and %s", (locale, country, currency) => {
  const names = namesIn(locale, locale === "de" ? german : NO_NAMES);
  expect(names.country("DE", "Germany")).toBe(country);
  expect(names.currency("CHF", "Swiss Franc")).toBe(currency);
});

test("a code that nobody knows keeps the name that came with it", () => {
  expect(namesIn("de", german).country("QX", "Nowhere")).toBe("Nowhere");
  expect(namesIn("ar-XB", NO_NAMES).country("DE", "Germany")).not.toBe("Germany");
});
