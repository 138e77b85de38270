import { describe, expect, test } from "vitest";
import { accountOptions, outsideBranch, usualCurrency } from "./options";

const TREE = [
  { id: "iberia", name: "Iberia", parent_id: null },
  { id: "portugal", name: "Portugal", parent_id: "iberia" },
  { id: "porto", name: "Porto", parent_id: "portugal" },
  { id: "nordics", name: "Nordics", parent_id: null },
];

describe("account choices", () => {
  test("say the way to each account", () => {
    expect(accountOptions(TREE).map(({ hint }) => hint)).toEqual([undefined, "Iberia", "Iberia › Portugal", undefined]);
  });

  test("begin where the reader's sight begins", () => {
    expect(accountOptions(TREE.slice(1))[0]).toEqual({ value: "portugal", label: "Portugal" });
  });

  test("leave out an account and all below it as its new place", () => {
    expect(outsideBranch(TREE, "portugal").map(({ id }) => id)).toEqual(["iberia", "nordics"]);
    expect(outsideBranch(TREE, "iberia").map(({ id }) => id)).toEqual(["nordics"]);
  });
});

test("amounts without a currency are typed in the one that most accounts are in", () => {
  expect(usualCurrency([{ currency: "USD" }, { currency: "EUR" }, { currency: "EUR" }])).toBe("EUR");
  expect(usualCurrency([{ currency: "USD" }])).toBe("USD");
  expect(usualCurrency([])).toBe("EUR");
});
