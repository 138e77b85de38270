/** What the picker needs of an account; they come in the order of the tree, each after the one above it. */
export interface PickableAccount {
  id: string;
  name: string;
  parent_id: string | null;
}

/** Chosen accounts by themselves, and branches: accounts with everything below them, now and later. */
export interface AccountReach {
  account_ids: readonly string[];
  branch_ids: readonly string[];
}

/** How an account stands in a reach: named by itself, as the top of a branch, inside a chosen branch, or not at all. */
export type Mark = "account" | "branch" | "inside" | "none";

export interface PickableNode extends PickableAccount {
  depth: number;
  /** Ids of all accounts above, the root first. */
  above: readonly string[];
  /** "Iberia › Portugal"; empty for a root. */
  path: string;
  /** Accounts anywhere below it. */
  below: number;
}

/** The tree with what its lines show; an account whose parent is out of sight is a root. */
export function pickableNodes(accounts: readonly PickableAccount[]): PickableNode[] {
  const nodes = new Map<string, PickableNode>();
  for (const { id, name, parent_id } of accounts) {
    const parent = parent_id === null ? undefined : nodes.get(parent_id);
    const above = parent ? [...parent.above, parent.id] : [];
    const path = parent ? [parent.path, parent.name].filter(Boolean).join(" › ") : "";
    nodes.set(id, { id, name, parent_id, depth: above.length, above, path, below: 0 });
    for (const one of above) {
      const ancestor = nodes.get(one);
      if (ancestor) ancestor.below += 1;
    }
  }
  return [...nodes.values()];
}

export function markOf(node: Pick<PickableNode, "id" | "above">, reach: AccountReach): Mark {
  if (node.above.some((id) => reach.branch_ids.includes(id))) return "inside";
  if (reach.branch_ids.includes(node.id)) return "branch";
  return reach.account_ids.includes(node.id) ? "account" : "none";
}

/** The reach with the account marked so. What a new branch holds already is not named a second time. */
export function withMark(
  nodes: readonly PickableNode[],
  reach: AccountReach,
  id: string,
  mark: Exclude<Mark, "inside">,
): AccountReach {
  const held = new Set([id]);
  if (mark === "branch") for (const node of nodes) if (node.above.includes(id)) held.add(node.id);
  const account_ids = reach.account_ids.filter((one) => !held.has(one));
  const branch_ids = reach.branch_ids.filter((one) => !held.has(one));
  if (mark === "account") account_ids.push(id);
  if (mark === "branch") branch_ids.push(id);
  return { account_ids, branch_ids };
}

/** How many of these accounts the reach holds. */
export function countReached(nodes: readonly PickableNode[], reach: AccountReach): number {
  return nodes.filter((node) => markOf(node, reach) !== "none").length;
}
