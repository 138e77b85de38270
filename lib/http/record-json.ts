import { z } from "zod";
import { getAccount } from "../accounts/queries";
import { account } from "../accounts/schema";
import type { MemberActor } from "../actor";
import { getApiKey } from "../api-keys/queries";
import { apiKey } from "../api-keys/schema";
import { getDocument } from "../documents/queries";
import { document } from "../documents/schema";
import { getMember } from "../members/queries";
import { member } from "../members/schema";
import { getPaymentIntent } from "../payment-intents/queries";
import { paymentIntent } from "../payment-intents/schema";
import { getRefund } from "../refunds/queries";
import { refund } from "../refunds/schema";
import { uuid } from "../validation";
import { getWebhookEndpoint } from "../webhook-endpoints/queries";
import { webhookEndpoint } from "../webhook-endpoints/schema";

type Reader = (actor: MemberActor, id: string) => Promise<unknown>;

/** As the API answers it: what is not in the reply's schema never leaves. */
function as(reply: z.ZodType, read: (actor: MemberActor, input: { id: string }) => Promise<unknown>): Reader {
  return async (actor, id) => reply.parse(await read(actor, { id }));
}

const READERS = {
  account: as(account, getAccount),
  api_key: as(apiKey, getApiKey),
  document: as(document, getDocument),
  member: as(member, getMember),
  payment_intent: as(paymentIntent, getPaymentIntent),
  refund: as(refund, getRefund),
  webhook_endpoint: as(webhookEndpoint, getWebhookEndpoint),
};

/** A resource of the API whose records pages show raw. */
export type RawResource = keyof typeof READERS;

export const recordJsonInput = z.strictObject({
  resource: z.enum(Object.keys(READERS) as [RawResource, ...RawResource[]]),
  id: uuid,
});

/** A record as `GET /api/v1/<resource>` answers it to the same person. @throws AppError as its query does */
export function readRecordJson(
  actor: MemberActor,
  { resource, id }: z.output<typeof recordJsonInput>,
): Promise<unknown> {
  return READERS[resource](actor, id);
}
