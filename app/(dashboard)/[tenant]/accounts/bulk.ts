import type { BulkActions } from "@/components/data-table/bulk-action";
import type { Account } from "@/lib/accounts/schema";
import type { Texts } from "@/lib/messages/texts";
import { deleteAccountsAction, restoreAccountsAction } from "../_lists/bulk-actions";
import { deletionBulk } from "../_lists/deletion-bulk";
import { matching } from "../_lists/matching";

const nameOf = ({ name }: Account) => name;

/** What can be done to many accounts at once: deleted ones come back, living ones go. */
export function accountBulk(
  t: Texts<"client.accounts">,
  tenantSlug: string,
  first: string,
  isDeleted: boolean,
): BulkActions<Account> {
  const actions = {
    restore: (ids: string[]) => restoreAccountsAction(tenantSlug, { ids }),
    remove: (ids: string[]) => deleteAccountsAction(tenantSlug, { ids }),
  };
  return {
    nameOf,
    findMatching: matching(tenantSlug, "accounts", first),
    actions: [deletionBulk(t, actions, isDeleted)],
  };
}
