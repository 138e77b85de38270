import { ArchiveRestore, Trash2 } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import type { Account } from "@/lib/accounts/schema";
import { deleteAccountsAction, restoreAccountsAction } from "../_lists/bulk-actions";
import { counted, matching } from "../_lists/matching";

const nameOf = ({ name }: Account) => name;
const accounts = (count: number) => counted(count, "account");

/** What can be done to many accounts at once: deleted ones come back, living ones go. */
export function accountBulk(tenantSlug: string, first: string, isDeleted: boolean): BulkActions<Account> {
  const restoreAll = (ids: string[]) => restoreAccountsAction(tenantSlug, { ids });
  const restore: BulkActions<Account>["actions"][number] = {
    id: "restore",
    label: "Restore accounts",
    icon: ArchiveRestore,
    title: (count) => `Restore ${accounts(count)}?`,
    description: "They come back under their names, at the places in the tree where they were.",
    run: restoreAll,
    done: (count) => `${accounts(count)} restored`,
  };
  const remove: BulkActions<Account>["actions"][number] = {
    id: "delete",
    label: "Delete accounts",
    icon: Trash2,
    tone: "danger",
    title: (count) => `Delete ${accounts(count)}?`,
    description:
      "Their payments stay visible, and you can restore them. One that has accounts below it goes only together with these.",
    run: (ids) => deleteAccountsAction(tenantSlug, { ids }),
    done: (count) => `${accounts(count)} deleted`,
    undo: restoreAll,
  };
  return { nameOf, findMatching: matching(tenantSlug, "accounts", first), actions: [isDeleted ? restore : remove] };
}
