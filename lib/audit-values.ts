import type { PlatformAdminActor, TenantActor } from "./actor";
import { maskRecord } from "./personal-data";

/** The values of a record as the audit log kept them, by column. */
export type AuditValues = Record<string, unknown> | null;

/**
 * Kept values as an actor may see them: customers' data masked where the permission is missing, and nothing said of what
 * lies above the own branch.
 * @param table whose record it is
 */
export function shownValues(actor: TenantActor | PlatformAdminActor, table: string, values: AuditValues): AuditValues {
  return withinReach(actor, table, maskRecord(actor, values));
}

/** Where in the tree an account lies is shown as far as the actor reaches: what is above a branch is not named. */
function withinReach(actor: TenantActor | PlatformAdminActor, table: string, values: AuditValues): AuditValues {
  if (!values || table !== "accounts" || actor.kind === "platformAdmin" || !actor.accountIds) return values;
  const reach = new Set(actor.accountIds);
  const { path, parent_id } = values;
  const known = String(path ?? "").split("/");
  return {
    ...values,
    ...(typeof path === "string" && { path: known.map((id) => (reach.has(id) ? `${id}/` : "")).join("") }),
    ...(typeof parent_id === "string" && !reach.has(parent_id) && { parent_id: null }),
  };
}
