import type { MemberStep } from "@/lib/members/queries";
import { PLATFORM_ACTS } from "../../audit-logs/labels";

type Step = Pick<
  MemberStep,
  "table_name" | "action" | "operation" | "old_values" | "new_values" | "role_name" | "account_name"
>;

/** What one step in the life of a member was, in words. */
export function stepTitle(step: Step): string {
  const verb = step.action === "insert" ? "given" : "taken away";
  if (step.table_name === "membership_roles") return `Role “${step.role_name ?? "that is gone"}” ${verb}`;
  if (step.table_name === "membership_accounts") return accountTitle(step, verb);
  if (step.action === "insert") return "Joined";
  const byPlatform = PLATFORM_ACTS[step.operation ?? ""];
  if (byPlatform) return byPlatform;
  const [before, after] = [step.old_values ?? {}, step.new_values ?? {}];
  if (before.deleted_at === null && after.deleted_at !== null) return "Deactivated";
  if (before.deleted_at !== null && after.deleted_at === null)
    return step.operation === "invitations.accept" ? "Joined again" : "Restored";
  if (before.restricted_to_accounts !== after.restricted_to_accounts)
    return after.restricted_to_accounts ? "Restricted to chosen accounts" : "Restriction lifted";
  return "Changed";
}

function accountTitle({ account_name, old_values, new_values }: Step, verb: string): string {
  const isBranch = (new_values ?? old_values)?.includes_below !== false;
  return `${account_name ?? "An account"}${isBranch ? " and all below it" : " by itself"} ${verb}`;
}
