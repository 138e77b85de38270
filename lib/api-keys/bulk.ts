import type { TenantActor } from "../actor";
import type { BulkInput, BulkReport } from "../bulk";
import { doToEach } from "../do-to-each";
import { revokeApiKey } from "./commands";

/** Ends keys at once. */
export function revokeApiKeys(actor: TenantActor, input: BulkInput): Promise<BulkReport> {
  return doToEach(actor, input.ids, revokeApiKey);
}
