import type { TreeNode } from "@/components/ui/tree-view";
import type { AccountNode } from "@/lib/accounts/queries";

/** Accounts (parents first) as a tree of links. `above` takes only what lies below that account. */
export function accountTree(accounts: readonly AccountNode[], path: string, above: string | null = null): TreeNode[] {
  const roots: TreeNode[] = [];
  const children = new Map<string, TreeNode[]>();
  if (above) children.set(above, roots);
  for (const { id, name, parent_id, currency } of accounts) {
    const below: TreeNode[] = [];
    // The account itself is not below itself; whoever sees a branch only has its top as a root.
    const siblings = parent_id !== null ? children.get(parent_id) : undefined;
    const place = siblings ?? (above === null ? roots : undefined);
    place?.push({ id, label: name, href: `${path}/${id}`, meta: currency, children: below });
    if (id !== above && place) children.set(id, below);
  }
  return roots;
}

/** The accounts above `parentId`, from the root down, and that account itself. */
export function accountsAbove(accounts: readonly AccountNode[], parentId: string | null | undefined): AccountNode[] {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const above: AccountNode[] = [];
  for (let account = byId.get(parentId ?? ""); account; account = byId.get(account.parent_id ?? ""))
    above.unshift(account);
  return above;
}
