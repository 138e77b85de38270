import { z } from "zod";

const uuid = z.uuid().nullable().catch(null);
const ids = z.object({ tenant_id: uuid, payment_intent_id: uuid, refund_id: uuid });

/**
 * The ids of ours in what comes back from a provider. People can write there too, in the provider's own dashboard: what is
 * no id is none.
 */
export function ourIds(metadata: Readonly<Record<string, string>> | null | undefined): z.output<typeof ids> {
  return ids.parse({ tenant_id: null, payment_intent_id: null, refund_id: null, ...metadata });
}
