import type { PlatformAdminActor } from "../actor";
import type { BulkReport, ReasonedBulkInput } from "../bulk";
import { doToEach } from "../do-to-each";
import { AppError } from "../errors";
import { deactivateUser, endUserSessions, reactivateUser } from "./commands";

/** Shuts people out of everything; never oneself, nor the last active platform admin. */
export function deactivateUsers(admin: PlatformAdminActor, { ids, reason }: ReasonedBulkInput): Promise<BulkReport> {
  return doToEach(admin, ids, (each, { id }) => deactivateUser(each, { id, reason }));
}

/** Lets people sign in again, with the rights of before. */
export function reactivateUsers(admin: PlatformAdminActor, { ids, reason }: ReasonedBulkInput): Promise<BulkReport> {
  return doToEach(admin, ids, (each, { id }) => reactivateUser(each, { id, reason }));
}

/** Ends all sessions of people, save one's own. */
export function endSessionsOfUsers(admin: PlatformAdminActor, { ids, reason }: ReasonedBulkInput): Promise<BulkReport> {
  return doToEach(admin, ids, async (each, { id }) => {
    // Whoever signs everybody out would be out halfway, and the rest would stay in.
    if (id === admin.userId) throw new AppError("conflict", "These are your own sessions: end them under My account");
    return endUserSessions(each, { id, reason });
  });
}
