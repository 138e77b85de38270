import { ArchiveRestore, Trash2 } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import type { Account } from "@/lib/accounts/schema";
import type { Texts } from "@/lib/messages/texts";
import { deleteAccountsAction, restoreAccountsAction } from "../_lists/bulk-actions";
import { matching } from "../_lists/matching";

const nameOf = ({ name }: Account) => name;

/** What can be done to many accounts at once: deleted ones come back, living ones go. */
export function accountBulk(
  t: Texts<"client.accounts">,
  tenantSlug: string,
  first: string,
  isDeleted: boolean,
): BulkActions<Account> {
  const restoreAll = (ids: string[]) => restoreAccountsAction(tenantSlug, { ids });
  const restore: BulkActions<Account>["actions"][number] = {
    id: "restore",
    label: t("bulkRestore.label"),
    icon: ArchiveRestore,
    title: (count) => t("bulkRestore.title", { count }),
    description: t("bulkRestore.help"),
    run: restoreAll,
    done: (count) => t("bulkRestore.done", { count }),
  };
  const remove: BulkActions<Account>["actions"][number] = {
    id: "delete",
    label: t("bulkDelete.label"),
    icon: Trash2,
    tone: "danger",
    title: (count) => t("bulkDelete.title", { count }),
    description: t("bulkDelete.help"),
    run: (ids) => deleteAccountsAction(tenantSlug, { ids }),
    done: (count) => t("bulkDelete.done", { count }),
    undo: restoreAll,
  };
  return { nameOf, findMatching: matching(tenantSlug, "accounts", first), actions: [isDeleted ? restore : remove] };
}
