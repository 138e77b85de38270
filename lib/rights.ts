import { AppError, fieldError } from "./errors";

/** What the database says when somebody would give or change more than they hold; names as in its guards. */
export const RIGHTS_CONSTRAINTS = {
  rights_by_people: () =>
    new AppError("forbidden", "This takes the session token of a person: an access key may not do it"),
  rights_permission: () => new AppError("forbidden"),
  rights_not_held: () => new AppError("forbidden", "You cannot give more than you hold"),
  rights_above_own: () =>
    new AppError("forbidden", "This holds more than you do: somebody who holds as much can change it"),
  rights_beyond_reach: () =>
    new AppError("forbidden", "This reaches accounts that you do not reach: somebody who reaches them can change it"),
  branch_beyond_reach: () =>
    fieldError("branch_ids", "You reach one of these accounts by itself, so you cannot give what is below it"),
  roles_built_in: () => new AppError("conflict", "Built-in roles stay as they are: copy it to a role of your own"),
  last_owner: () => new AppError("conflict", "This is the last owner: give somebody else the role of owners first"),
} satisfies Readonly<Record<string, () => AppError>>;

/** Whoever gives roles should know which one was too much. */
export function refuseRoles(names: readonly string[]): AppError {
  const list = names.map((name) => `“${name}”`).join(", ");
  return fieldError(
    "role_ids",
    names.length === 1
      ? `You cannot give the role ${list}: it holds more than you do`
      : `You cannot give the roles ${list}: they hold more than you do`,
  );
}
