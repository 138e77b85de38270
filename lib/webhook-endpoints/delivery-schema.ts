import { z } from "zod";
import { defineList } from "../list-query";
import { dateTime, uuid } from "../validation";
import { DELIVERED_EVENT_TYPES } from "./event-types";
import { DELIVERY_STATUSES } from "./names";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const headers = z.record(z.string(), z.string());

/** One message for one endpoint, as lists show it. */
export const webhookDelivery = z.object({
  id: uuid,
  webhook_endpoint: z.object({ id: uuid, url: z.string() }).meta({
    examples: [{ id: "0190a000-0000-7000-8000-00000000000a", url: "https://hooks.example.com/bulkhead" }],
  }),
  message_id: uuid.meta({ description: "The header webhook-id: the same at every try and every endpoint" }),
  event_type: z.enum(DELIVERED_EVENT_TYPES).meta({ examples: ["payment_intent.processed"] }),
  status: z.enum(DELIVERY_STATUSES).meta({
    examples: ["succeeded"],
    description: "held: the endpoint was switched off; it can be sent again once that is on",
  }),
  attempt_count: z.int().meta({ examples: [1] }),
  next_attempt_at: time.nullable(),
  last_attempt_at: time.nullable(),
  last_status_code: z
    .int()
    .nullable()
    .meta({ examples: [200] }),
  last_error: z
    .string()
    .nullable()
    .meta({ examples: [null] }),
  resent_at: time.nullable().meta({ description: "When somebody last asked for it to be sent again" }),
  created_at: time,
});
export type WebhookDelivery = z.infer<typeof webhookDelivery>;

/** One request with its answer. */
export const webhookAttempt = z.object({
  id: uuid,
  number: z.int().meta({ examples: [1] }),
  url: z.string().meta({ examples: ["https://hooks.example.com/bulkhead"] }),
  request_headers: headers.meta({ examples: [{ "webhook-id": "0190a000-0000-7000-8000-00000000000a" }] }),
  status_code: z
    .int()
    .nullable()
    .meta({ examples: [200] }),
  response_headers: headers.nullable().meta({ examples: [{ "content-type": "text/plain" }] }),
  response_body: z
    .string()
    .nullable()
    .meta({ examples: ["ok"], description: "At most the first 16 kB" }),
  response_is_cut: z.boolean().meta({ examples: [false], description: "The answer was longer than what is kept" }),
  duration_ms: z.int().meta({ examples: [84] }),
  error: z
    .string()
    .nullable()
    .meta({ examples: [null], description: "Why it does not count as received; null: it does" }),
  created_at: time,
});
export type WebhookAttempt = z.infer<typeof webhookAttempt>;

/** A delivery with what was sent and answered. */
export const webhookDeliveryDetail = webhookDelivery.extend({
  body: z
    .string()
    .nullable()
    .meta({
      examples: ['{"type":"payment_intent.processed"}'],
      description:
        "What is sent, to the letter; null for readers who may not see such records. Personal data is masked for those who may not see it",
    }),
  attempts: z.array(webhookAttempt).meta({ description: "Newest first, at most 50" }),
});
export type WebhookDeliveryDetail = z.infer<typeof webhookDeliveryDetail>;

export const webhookDeliveryId = z.strictObject({ id: uuid });

/** Most deliveries that one call sends again. */
export const MAX_RESENT = 5000;

/** A window of time whose deliveries are to be sent again: its end is not included. */
export const resendWebhooksInput = z
  .strictObject({
    id: uuid.meta({ description: "The endpoint" }),
    created_from: dateTime,
    created_to: dateTime.meta({ examples: ["2026-02-01T09:30:00.000Z"] }),
    statuses: z
      .array(z.enum(["failed", "held", "succeeded"]))
      .min(1, "Choose at least one")
      .default(["failed", "held"])
      .meta({ examples: [["failed", "held"]] }),
  })
  .refine(({ created_from, created_to }) => !(Date.parse(created_from) >= Date.parse(created_to)), {
    path: ["created_to"],
    message: "Must be after the start",
  });
export type ResendWebhooksInput = z.output<typeof resendWebhooksInput>;

export const resentWebhooks = z.object({
  resent: z.int().meta({ examples: [42] }),
  has_more: z
    .boolean()
    .meta({ examples: [false], description: `True if there are more than ${MAX_RESENT}: ask again` }),
});
export type ResentWebhooks = z.infer<typeof resentWebhooks>;

export const webhookDeliveryList = defineList({
  name: "webhook_deliveries",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    endpoint: { kind: "uuid", column: "endpoint_id", description: "Deliveries to these endpoints" },
    status: { kind: "enum", column: "status", values: DELIVERY_STATUSES, isTotal: true },
    event_type: { kind: "enum", column: "event_type", values: DELIVERED_EVENT_TYPES },
    message: { kind: "uuid", column: "message_id", description: "The id in the header webhook-id" },
    created: { kind: "dateRange", column: "created_at" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
