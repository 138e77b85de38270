import type { z } from "zod";
import { ACCOUNT_SNAPSHOTS } from "../accounts/queries";
import { account } from "../accounts/schema";
import { API_KEY_SNAPSHOTS } from "../api-keys/queries";
import { apiKey } from "../api-keys/schema";
import { PAYMENT_INTENT_SOURCE } from "../payment-intents/queries";
import { paymentIntent } from "../payment-intents/schema";
import { maskRecord } from "../personal-data";
import { REFUND_SOURCE } from "../refunds/queries";
import { refund } from "../refunds/schema";
import { rowsOfSnapshots } from "../tenant-db";
import type { EventResource } from "../webhook-endpoints/event-types";
import type { ObjectsOfSnapshots } from "../webhook-endpoints/fan-out";

interface Shape {
  source: Parameters<typeof rowsOfSnapshots>[1];
  reply: z.ZodType<object>;
}

/** How each resource looks in the API, and so in what is sent. */
const SHAPES: Readonly<Record<EventResource, Shape>> = {
  payment_intent: { source: PAYMENT_INTENT_SOURCE, reply: paymentIntent },
  refund: { source: REFUND_SOURCE, reply: refund },
  account: { source: ACCOUNT_SNAPSHOTS, reply: account },
  api_key: { source: API_KEY_SNAPSHOTS, reply: apiKey },
};

/** Records as they were when something happened to them, as the API answers them; no field beyond the API's leaves. */
export const webhookObjects: ObjectsOfSnapshots = async (db, actor, resource, snapshots) => {
  const { source, reply } = SHAPES[resource];
  const rows = await rowsOfSnapshots<object>(db, source, snapshots);
  return rows.map((row) => reply.parse(maskRecord(actor, row)));
};
