import type { MemberActor } from "../../lib/actor";
import { webhookObjects } from "../../lib/jobs/webhook-objects";
import { parseListParams } from "../../lib/list-query";
import type { SendResult } from "../../lib/outbound/send";
import { createWebhookEndpoint, disableWebhookEndpoint } from "../../lib/webhook-endpoints/commands";
import { deliverWebhook } from "../../lib/webhook-endpoints/deliver";
import { listWebhookDeliveries } from "../../lib/webhook-endpoints/delivery-queries";
import { webhookDeliveryList } from "../../lib/webhook-endpoints/delivery-schema";
import { fanOutMessages } from "../../lib/webhook-endpoints/fan-out";
import { createWebhookEndpointInput } from "../../lib/webhook-endpoints/schema";

/** Two endpoints: one that takes what it is sent, one that is switched off while its system is moved. */
export async function seedWebhookEndpoints(actor: MemberActor): Promise<void> {
  await createWebhookEndpoint(
    actor,
    createWebhookEndpointInput.parse({
      url: "https://hooks.aurora-hotels.example/bulkhead",
      description: "Booking engine",
      event_types: [
        "refund.succeeded",
        "refund.failed",
        "payment_intent.refunded",
        "payment_intent.partially_refunded",
      ],
    }),
  );
  const { webhook_endpoint } = await createWebhookEndpoint(
    actor,
    createWebhookEndpointInput.parse({
      url: "https://ledger.aurora-hotels.example/events",
      description: "Ledger, being moved",
      event_types: ["refund.succeeded", "payment_intent.canceled"],
    }),
  );
  await disableWebhookEndpoint(actor, { id: webhook_endpoint.id });
}

/** Sends what has happened to a receiver that stands in for theirs: busy at its first request, well afterwards. */
export async function deliverSeeded(actor: MemberActor): Promise<void> {
  const { tenantId: tenant_id } = actor;
  await fanOutMessages(tenant_id, webhookObjects);
  const pending = parseListParams(webhookDeliveryList, { status: "pending" }, { mode: "strict" }).query;
  const deliveries = (await listWebhookDeliveries(actor, pending)).items.toReversed();
  const answers = [BUSY];
  const tools = { now: Date.now, random: Math.random, send: async () => answers.pop() ?? TAKEN };
  for (const { id: delivery_id } of deliveries) await deliverWebhook({ tenant_id, delivery_id, tries: 0 }, tools);
  for (const { id: delivery_id } of deliveries) await deliverWebhook({ tenant_id, delivery_id, tries: 1 }, tools);
}

const TAKEN: SendResult = {
  durationMs: 38,
  answer: { status: 204, headers: { server: "booking-engine" }, body: "", isCut: false },
  error: null,
};
const BUSY: SendResult = {
  durationMs: 112,
  answer: {
    status: 503,
    headers: { "content-type": "text/plain", server: "booking-engine" },
    body: "Deploying, back in a moment",
    isCut: false,
  },
  error: null,
};
