import { describe, expect, test } from "vitest";
import type { PaymentIntentStatus } from "@/lib/payment-intents/lifecycle";
import { rollUp } from "./roll-up";

const place = (id: string, parent_id: string | null, depth: number, deleted_at: string | null = null) => ({
  id,
  name: id,
  parent_id,
  depth,
  deleted_at,
});
const TREE = [
  place("iberia", null, 0),
  place("porto", "iberia", 1),
  place("sevilla", "iberia", 1, "2026-01-01T00:00:00Z"),
  place("nordics", null, 0),
];
const total = (id: string, status: PaymentIntentStatus, currency: string, count: number, amount: number) => ({
  account: { id, name: id },
  status,
  currency,
  count,
  amount,
});
const TOTALS = [
  total("porto", "PROCESSED", "EUR", 2, 300),
  total("porto", "FAILED", "EUR", 1, 50),
  total("sevilla", "PROCESSED", "EUR", 4, 700),
  total("sevilla", "PROCESSED", "USD", 1, 900),
  total("iberia", "PROCESSED", "EUR", 1, 5),
];

const lines = (rows: ReturnType<typeof rollUp>["rows"]) =>
  rows.map(({ account, currency, all }) => `${account?.name ?? "all"} ${currency} ${all.count} ${all.amountMinor}`);

describe("totals by account", () => {
  test("count each account with all below it, deleted ones too, and all together first", () => {
    const { rows, isCut } = rollUp(TREE, TOTALS);
    expect(lines(rows)).toEqual([
      "all EUR 8 1055",
      "all USD 1 900",
      "iberia EUR 8 1055",
      "iberia USD 1 900",
      "porto EUR 3 350",
      "sevilla EUR 4 700",
      "sevilla USD 1 900",
    ]);
    expect(isCut).toBe(false);
    expect(rows[0]?.byStatus.get("PROCESSED")).toEqual({ count: 7, amountMinor: 1005 });
    expect(rows.at(-1)?.account?.isDeleted).toBe(true);
  });

  test("leave out accounts without payments", () => {
    expect(lines(rollUp(TREE, TOTALS).rows).join()).not.toContain("nordics");
    expect(rollUp(TREE, [])).toEqual({ rows: [], isCut: false });
  });

  test("stand side by side for somebody who may not read the tree", () => {
    const { rows } = rollUp([], TOTALS);
    expect(rows.filter(({ account }) => account !== null).map(({ depth }) => depth)).toEqual([0, 0, 0, 0]);
    expect(rows[0]?.all).toEqual({ count: 8, amountMinor: 1055 });
  });

  test("are cut below the last level that fits, which leaves the sums as they are", () => {
    const hotels = Array.from({ length: 200 }, (_, index) => place(`hotel-${index}`, "iberia", 1));
    const { rows, isCut } = rollUp(
      [place("iberia", null, 0), ...hotels],
      hotels.map(({ id }) => total(id, "PROCESSED", "EUR", 1, 10)),
    );
    expect(lines(rows)).toEqual(["all EUR 200 2000", "iberia EUR 200 2000"]);
    expect(isCut).toBe(true);
  });
});
