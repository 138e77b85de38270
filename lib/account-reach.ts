import type { TenantActor } from "./actor";
import { AppError } from "./errors";

/** For what concerns a whole tenant. @throws AppError `forbidden` for an actor who is restricted to chosen accounts */
export function requireAllAccounts(actor: TenantActor): void {
  if (actor.accountIds)
    throw new AppError("forbidden", "You are restricted to chosen accounts, and this concerns all of them");
}
