import { describe, expect, test } from "vitest";
import { levelOf } from "./by-account";
import { currenciesOf } from "./figures";

const place = (id: string, parent_id: string | null, deleted_at: string | null = null) => ({
  id,
  name: id,
  parent_id,
  deleted_at,
});
const TREE = [
  place("group", null),
  place("iberia", "group"),
  place("porto", "iberia"),
  place("sevilla", "iberia", "2026-01-01T00:00:00Z"),
  place("nordics", "group"),
];
const took = (id: string, processed_amount: number, currency = "EUR") => ({
  account: { id, name: id },
  currency,
  payment_count: 2,
  processed_count: 1,
  processed_amount,
  failed_count: 1,
  refund_count: 0,
  refunded_amount: 0,
});
const CURRENT = [took("porto", 300), took("sevilla", 700), took("iberia", 5), took("nordics", 40)];

const lines = ({ rows }: ReturnType<typeof levelOf>) =>
  rows.map(({ id, figures }) => `${id} ${figures.processed_amount}`);

describe("the accounts of a level", () => {
  test("count each with all below it, most first; a level of one account is passed over", () => {
    const level = levelOf(TREE, null, CURRENT, []);
    expect(level.of?.id).toBe("group");
    expect(lines(level)).toEqual(["iberia 1005", "nordics 40"]);
    expect(level.rows.map(({ hasBelow }) => hasBelow)).toEqual([true, false]);
    expect(level.own).toBeNull();
  });

  test("are those below the chosen branch, deleted ones too, and what the branch took itself", () => {
    const level = levelOf(TREE, "iberia", CURRENT, [took("porto", 200)]);
    expect(lines(level)).toEqual(["sevilla 700", "porto 300"]);
    expect(level.rows.map(({ isDeleted, before }) => [isDeleted, before.processed_amount])).toEqual([
      [true, 0],
      [false, 200],
    ]);
    expect(level.own?.processed_amount).toBe(5);
  });

  test("leave out those where nothing happened, but not those where only before something did", () => {
    expect(lines(levelOf(TREE, "group", [took("porto", 1)], []))).toEqual(["porto 1"]);
    expect(lines(levelOf(TREE, "iberia", [], [took("porto", 1)]))).toEqual(["porto 0"]);
  });

  test("stand side by side for somebody who may not read the tree", () => {
    expect(lines(levelOf([], null, CURRENT, []))).toEqual(["sevilla 700", "porto 300", "nordics 40", "iberia 5"]);
  });
});

test("currencies come by how many payments they have, never by amount", () => {
  expect(currenciesOf([took("porto", 1), took("iberia", 1), took("porto", 1_000_000, "HUF")])).toEqual(["EUR", "HUF"]);
});
