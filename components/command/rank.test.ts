import { expect, test } from "vitest";
import { grouped, rank } from "./rank";

const entries = [
  { label: "Payment intents", group: "Pages" },
  { label: "New payment intent", group: "Actions", keywords: ["create", "charge"] },
  { label: "Refunds", group: "Pages" },
  { label: "API keys", group: "Pages" },
];
const labels = (typed: string) => rank(entries, typed).map(({ label }) => label);

test("what fits best comes first, by the label or by another word for it", () => {
  expect(labels("pay")[0]).toBe("Payment intents");
  expect(labels("refu")).toEqual(["Refunds"]);
  expect(labels("apik")).toEqual(["API keys"]);
  expect(labels("charge")).toEqual(["New payment intent"]);
});

test("nothing typed leaves all in their order, and nonsense finds nothing", () => {
  expect(labels("  ")).toEqual(entries.map(({ label }) => label));
  expect(labels("zzq")).toEqual([]);
});

test("headings stand in the order of their first entry", () => {
  expect(grouped(entries).map(([group, { length }]) => [group, length])).toEqual([
    ["Pages", 3],
    ["Actions", 1],
  ]);
});
