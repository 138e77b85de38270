import { z } from "zod";
import { defineList } from "../list-query";
import { blankToNull, text, uuid } from "../validation";
import { ALL_EVENTS, EVENT_TYPE_NAMES } from "./event-types";
import { ENDPOINT_STATUSES, SECRET_OVERLAP_HOURS } from "./names";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const eventTypes = z.array(z.enum([...EVENT_TYPE_NAMES, ALL_EVENTS])).meta({
  examples: [["payment_intent.processed", "payment_intent.failed"]],
  description: "`*` stands for all events",
});

export const DISABLED_REASONS = ["manual", "failing", "gone"] as const;

/** A webhook endpoint as pages and the API show it: everything but its secrets. */
export const webhookEndpoint = z.object({
  id: uuid,
  url: z.string().meta({ examples: ["https://hooks.example.com/bulkhead"] }),
  description: z
    .string()
    .nullable()
    .meta({ examples: ["Booking engine"] }),
  event_types: eventTypes,
  account: z
    .object({ id: uuid, name: z.string() })
    .nullable()
    .meta({
      examples: [{ id: "0190a000-0000-7000-8000-00000000000a", name: "Hotel Lisboa" }],
      description: "Only changes of this account and all below it are sent; null: of the whole tenant",
    }),
  includes_personal_data: z.boolean().meta({
    examples: [false],
    description: "false: customers' e-mail addresses and phone numbers are masked in what is sent",
  }),
  sends_personal_data: z.boolean().meta({
    examples: [false],
    description: "The same as it counts: a tenant may have all endpoints' data masked, whatever they ask for",
  }),
  status: z.enum(ENDPOINT_STATUSES).meta({ examples: ["enabled"] }),
  disabled_reason: z
    .enum(DISABLED_REASONS)
    .nullable()
    .meta({
      examples: [null],
      description: "manual: by somebody; failing: nothing arrived for three days; gone: it answered 410",
    }),
  disabled_at: time.nullable(),
  failing_since: time.nullable().meta({ description: "First failure after the last success; null: all is well" }),
  failures_in_a_row: z.int().meta({ examples: [0] }),
  last_success_at: time.nullable().meta({ description: "To the minute" }),
  secrets: z.array(z.object({ created_at: time, expires_at: time.nullable() })).meta({
    examples: [[{ created_at: "2026-01-31T09:30:00.000Z", expires_at: null }]],
    description: "What requests are signed with: two during a rotation. The secrets themselves are never shown again",
  }),
  created_by_name: z
    .string()
    .nullable()
    .meta({ examples: ["Ann Smith"] }),
  created_at: time,
  updated_at: time,
});
export type WebhookEndpoint = z.infer<typeof webhookEndpoint>;

/** An endpoint with a new secret, which is shown this once. */
export const webhookEndpointWithSecret = z.object({
  webhook_endpoint: webhookEndpoint,
  secret: z.string().meta({ examples: ["whsec_…"], description: "Shown this once: what signatures are checked with" }),
});
export type WebhookEndpointWithSecret = z.infer<typeof webhookEndpointWithSecret>;

const chosenEventTypes = eventTypes
  .min(1, "Choose at least one event")
  .max(100)
  .transform((types) => (types.includes(ALL_EVENTS) ? [ALL_EVENTS] : [...new Set(types)].sort()));

const fields = {
  // Where it may lead is a matter of the installation's settings: the command checks.
  url: z
    .string()
    .trim()
    .min(1)
    .max(2048)
    .meta({ examples: ["https://hooks.example.com/bulkhead"], format: "uri" }),
  description: blankToNull(text(200)).meta({ examples: ["Booking engine"] }),
  event_types: chosenEventTypes,
  includes_personal_data: z.boolean().meta({
    examples: [false],
    description: "true needs the permission customers:read_personal_data",
  }),
};

/** What makes an endpoint: an https address and the events that it is told about. */
export const createWebhookEndpointInput = z.strictObject({
  ...fields,
  description: fields.description.default(null),
  includes_personal_data: fields.includes_personal_data.default(false),
  account_id: blankToNull(uuid)
    .default(null)
    .meta({ description: "Only changes of this account and all below it; null: of the whole tenant. Fixed once made" }),
});
export type CreateWebhookEndpointInput = z.output<typeof createWebhookEndpointInput>;

/** Only the fields that are present change. */
export const updateWebhookEndpointInput = z.strictObject({ id: uuid, ...z.object(fields).partial().shape });
export type UpdateWebhookEndpointInput = z.output<typeof updateWebhookEndpointInput>;

export const webhookEndpointId = z.strictObject({ id: uuid });

export const rotateWebhookSecretInput = z.strictObject({
  id: uuid,
  overlap_hours: z
    .int()
    .refine(
      (hours) => (SECRET_OVERLAP_HOURS as readonly number[]).includes(hours),
      `Must be one of ${SECRET_OVERLAP_HOURS.join(", ")}`,
    )
    .default(24)
    .meta({ examples: [24] }),
});
export type RotateWebhookSecretInput = z.output<typeof rotateWebhookSecretInput>;

/** One kind of event, for whoever chooses. */
export const webhookEventType = z.object({
  name: z.enum(EVENT_TYPE_NAMES).meta({ examples: ["payment_intent.processed"] }),
  description: z.string().meta({ examples: ["A payment intent was paid"] }),
  permission: z.string().meta({ examples: ["payment_intents:read"], description: "Needed to have it sent somewhere" }),
});

export const webhookEndpointList = defineList({
  name: "webhook_endpoints",
  sorts: {
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
    url: { column: "url", type: "text", nullable: false },
  },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    status: { kind: "enum", column: "status", values: ENDPOINT_STATUSES },
    url: {
      kind: "text",
      match: "exact",
      lowerCase: true,
      column: "url",
      description: "Part of the address",
      example: "hooks",
    },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
