import { expect, test } from "vitest";
import { countReached, markOf, pickableNodes, withMark } from "./account-reach-value";

const nodes = pickableNodes([
  { id: "iberia", name: "Iberia", parent_id: null },
  { id: "portugal", name: "Portugal", parent_id: "iberia" },
  { id: "lisboa", name: "Lisboa", parent_id: "portugal" },
  { id: "porto", name: "Porto", parent_id: "portugal" },
  { id: "spain", name: "Spain", parent_id: "iberia" },
  { id: "hidden-child", name: "Nordics", parent_id: "out of sight" },
]);
const node = (id: string) => {
  const found = nodes.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

test("each line knows the way to it and how much is below it", () => {
  expect(node("lisboa")).toMatchObject({ depth: 2, path: "Iberia › Portugal", below: 0 });
  expect(node("iberia")).toMatchObject({ depth: 0, path: "", below: 4 });
  expect(node("hidden-child")).toMatchObject({ depth: 0, above: [] });
});

test("a branch takes in what is below it, and names it no second time", () => {
  const before = { account_ids: ["lisboa", "spain"], branch_ids: ["porto"] };
  const after = withMark(nodes, before, "portugal", "branch");
  expect(after).toEqual({ account_ids: ["spain"], branch_ids: ["portugal"] });
  expect(nodes.map((one) => markOf(one, after))).toEqual(["none", "branch", "inside", "inside", "account", "none"]);
  expect(countReached(nodes, after)).toBe(4);
});

test("an account by itself leaves what is below it alone", () => {
  const after = withMark(nodes, { account_ids: [], branch_ids: ["portugal"] }, "portugal", "account");
  expect(after).toEqual({ account_ids: ["portugal"], branch_ids: [] });
  expect(markOf(node("lisboa"), after)).toBe("none");
  expect(withMark(nodes, after, "portugal", "none")).toEqual({ account_ids: [], branch_ids: [] });
});
