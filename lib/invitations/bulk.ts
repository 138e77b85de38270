import type { TenantActor } from "../actor";
import type { BulkInput, BulkReport } from "../bulk";
import { doToEach } from "../do-to-each";
import { revokeInvitation } from "./commands";

/** Takes invitations back. */
export function revokeInvitations(actor: TenantActor, input: BulkInput): Promise<BulkReport> {
  return doToEach(actor, input.ids, revokeInvitation);
}
