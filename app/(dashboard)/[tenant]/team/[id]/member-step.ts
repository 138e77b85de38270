import type { MemberStep } from "@/lib/members/queries";
import type { Texts } from "@/lib/messages/texts";
import { platformAct } from "../../audit-logs/labels";

type Step = Pick<
  MemberStep,
  "table_name" | "action" | "operation" | "old_values" | "new_values" | "role_name" | "account_name"
>;

/** What one step in the life of a member was, in words. */
export function stepTitle(t: Texts<"server.team">, auditTexts: Texts<"client.auditLogs">, step: Step): string {
  if (step.table_name === "membership_roles") return roleTitle(t, step);
  if (step.table_name === "membership_accounts") return accountTitle(t, step);
  if (step.action === "insert") return t("steps.joined");
  const byPlatform = platformAct(auditTexts, step.operation);
  if (byPlatform) return byPlatform;
  const [before, after] = [step.old_values ?? {}, step.new_values ?? {}];
  if (before.deleted_at === null && after.deleted_at !== null) return t("steps.deactivated");
  if (before.deleted_at !== null && after.deleted_at === null)
    return step.operation === "invitations.accept" ? t("steps.joinedAgain") : t("steps.restored");
  if (before.restricted_to_accounts !== after.restricted_to_accounts)
    return after.restricted_to_accounts ? t("steps.restricted") : t("steps.unrestricted");
  return t("steps.changed");
}

function roleTitle(t: Texts<"server.team">, { action, role_name: name }: Step): string {
  const isGiven = action === "insert";
  if (name === null) return isGiven ? t("steps.goneRoleGiven") : t("steps.goneRoleTaken");
  return isGiven ? t("steps.roleGiven", { name }) : t("steps.roleTaken", { name });
}

function accountTitle(t: Texts<"server.team">, { action, account_name, old_values, new_values }: Step): string {
  const isBranch = (new_values ?? old_values)?.includes_below !== false;
  const name = account_name ?? t("steps.someAccount");
  if (action === "insert") return isBranch ? t("steps.branchGiven", { name }) : t("steps.singleGiven", { name });
  return isBranch ? t("steps.branchTaken", { name }) : t("steps.singleTaken", { name });
}
