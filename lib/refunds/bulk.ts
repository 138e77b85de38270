import type { TenantActor } from "../actor";
import type { BulkInput, BulkReport } from "../bulk";
import { doToEach } from "../do-to-each";
import { cancelRefund } from "./commands";

/** Calls refunds off that have not been handed to the provider yet. */
export function cancelRefunds(actor: TenantActor, input: BulkInput): Promise<BulkReport> {
  return doToEach(actor, input.ids, cancelRefund);
}
