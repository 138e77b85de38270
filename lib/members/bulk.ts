import type { TenantActor } from "../actor";
import type { BulkInput, BulkReport } from "../bulk";
import { doToEach } from "../do-to-each";
import { deactivateMember, restoreMember } from "./commands";

/** Shuts members out from their next request on. */
export function deactivateMembers(actor: TenantActor, input: BulkInput): Promise<BulkReport> {
  return doToEach(actor, input.ids, deactivateMember);
}

/** Lets deactivated members in again. */
export function restoreMembers(actor: TenantActor, input: BulkInput): Promise<BulkReport> {
  return doToEach(actor, input.ids, restoreMember);
}
