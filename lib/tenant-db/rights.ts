import type { TenantActor } from "../actor";
import { fieldError } from "../errors";
import { isRestricting, namedAccounts, type ReachInput } from "../reach-input";
import { RIGHTS_CONSTRAINTS, refuseRoles } from "../rights";
import { type ReadClient, sql, type WriteClient } from "./client";

// What members and invitations ask alike before somebody is given something. The database's guards have the last word.

/**
 * Waits until nobody else is changing rights in the tenant, and keeps others waiting until this transaction ends. Whoever
 * reads before changing calls it first; changes themselves wait by a trigger in any case.
 */
export async function awaitRightsTurn(db: WriteClient): Promise<void> {
  await db.rows(sql`select app.await_rights_turn()`, "await_rights_turn");
}

/** @throws AppError `validation_error` for a role that is not there, or holds more than the actor does; `forbidden` for keys */
export async function requireRolesToGive(
  db: ReadClient,
  actor: TenantActor,
  roleIds: readonly string[],
): Promise<void> {
  if (actor.kind === "apiKey") throw RIGHTS_CONSTRAINTS.rights_by_people();
  const wanted = [...new Set(roleIds)];
  if (wanted.length === 0) return;
  const found = await db.rows<{ name: string; may_give: boolean }>(
    sql`select r.name, app.may_give_role(r.id) as may_give from roles r
        where r.tenant_id = ${actor.tenantId}::uuid and r.id = any (${wanted}::uuid[]) order by lower(r.name)`,
    "roles_to_give",
  );
  if (found.length !== wanted.length) throw fieldError("role_ids", "One of the roles does not exist");
  const tooMuch = found.filter(({ may_give }) => !may_give && actor.kind !== "system").map(({ name }) => name);
  if (tooMuch.length > 0) throw refuseRoles(tooMuch);
}

/**
 * Accounts out of the actor's own reach are as if they did not exist.
 * @throws AppError `validation_error` for such an account, and for all accounts from an actor who has not all
 */
export async function requireReachToGive(db: ReadClient, actor: TenantActor, reach: ReachInput): Promise<void> {
  if (actor.accountIds && !isRestricting(reach))
    throw fieldError("account_ids", "You are restricted to chosen accounts, so this person must be too");
  const named = namedAccounts(reach);
  if (named.length === 0) return;
  const known = await db.account.findMany({
    where: { id: { in: named.map(({ id }) => id) }, deletedAt: null },
    select: { id: true },
  });
  const missing = named.find(({ id }) => !known.some((account) => account.id === id));
  if (missing)
    throw fieldError(missing.includes_below ? "branch_ids" : "account_ids", "One of the accounts does not exist");
}
