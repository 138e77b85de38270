import { describe, expect, test } from "vitest";
import { accountsAbove, accountTree } from "./account-nodes";

const node = (id: string, parent_id: string | null, depth: number) => ({
  id,
  name: id.toUpperCase(),
  parent_id,
  depth,
  currency: "EUR",
  deleted_at: null,
});
const NODES = [
  node("iberia", null, 0),
  node("portugal", "iberia", 1),
  node("porto", "portugal", 2),
  node("nordics", null, 0),
];

describe("the tree of accounts", () => {
  test("hangs each account below its parent", () => {
    const [iberia, nordics] = accountTree(NODES, "/a/accounts");
    expect(iberia).toMatchObject({ label: "IBERIA", href: "/a/accounts/iberia", meta: "EUR" });
    expect(iberia?.children[0]?.children.map(({ id }) => id)).toEqual(["porto"]);
    expect(nordics?.children).toEqual([]);
  });

  test("begins with the branch of somebody who sees nothing above it", () => {
    expect(accountTree(NODES.slice(1, 3), "/a").map(({ id }) => id)).toEqual(["portugal"]);
  });

  test("is cut below one account", () => {
    expect(accountTree(NODES, "/a", "iberia").map(({ id }) => id)).toEqual(["portugal"]);
    expect(accountTree(NODES, "/a", "iberia")[0]?.children).toHaveLength(1);
    expect(accountTree(NODES, "/a", "porto")).toEqual([]);
  });
});

test("the way to an account goes from the root down", () => {
  expect(accountsAbove(NODES, "portugal").map(({ id }) => id)).toEqual(["iberia", "portugal"]);
  expect(accountsAbove(NODES, null)).toEqual([]);
  expect(accountsAbove(NODES, "unknown")).toEqual([]);
});
