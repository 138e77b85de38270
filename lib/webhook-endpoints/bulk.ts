import type { TenantActor } from "../actor";
import type { BulkInput, BulkReport } from "../bulk";
import { doToEach } from "../do-to-each";
import { resendWebhookDelivery } from "./delivery-commands";

/** Sends deliveries again, each with the id and body that it had. */
export function resendWebhookDeliveries(actor: TenantActor, input: BulkInput): Promise<BulkReport> {
  return doToEach(actor, input.ids, resendWebhookDelivery);
}
