import { z } from "zod";
import { type EventResource, resourceOf } from "@/lib/webhook-endpoints/event-types";

const message = z.object({
  data: z.object({
    object: z.object({
      id: z.string(),
      reference: z.string().nullish(),
      name: z.string().nullish(),
      payment_intent: z.object({ reference: z.string().nullish() }).nullish(),
    }),
  }),
});

const FOLDERS: Readonly<Record<EventResource, string>> = {
  payment_intent: "payment-intents",
  refund: "refunds",
  account: "accounts",
  api_key: "api-keys",
};

export interface DeliveredRecord {
  resource: EventResource;
  /** Its page, below the tenant's address. */
  path: string;
  /** What people call it: a refund by its payment; the id of one without a name. */
  name: string;
}

/** The record that a message is about; `null` for a ping, and for readers who may not see the message. */
export function deliveredRecord(eventType: string, body: string | null): DeliveredRecord | null {
  const resource = resourceOf(eventType);
  const parsed = resource && body ? message.safeParse(JSON.parse(body)) : null;
  if (!resource || !parsed?.success) return null;
  const { id, reference, name, payment_intent } = parsed.data.data.object;
  return { resource, path: `/${FOLDERS[resource]}/${id}`, name: name || reference || payment_intent?.reference || id };
}
