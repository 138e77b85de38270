import { fieldError } from "../errors";
import type { ConstraintMessages } from "../tenant-db";

/** What the database says of an account that cannot be, by field. */
export const accountConstraints: ConstraintMessages = {
  accounts_name: () => fieldError("name", "An account with this name already exists", "already_exists"),
  accounts_parent: () => fieldError("parent_id", "The parent account does not exist"),
  accounts_no_circle: () => fieldError("parent_id", "An account cannot be moved below itself"),
  accounts_not_own_parent: () => fieldError("parent_id", "An account cannot be moved below itself"),
  branch_beyond_reach: () =>
    fieldError("parent_id", "You reach this account by itself, so you cannot place accounts below it"),
  accounts_depth: () => fieldError("parent_id", "The account tree is at most 12 levels deep"),
};
