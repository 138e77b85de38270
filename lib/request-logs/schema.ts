import { z } from "zod";
import { defineList } from "../list-query";
import { uuid } from "../validation";
import { REQUEST_METHODS, STATUS_CLASSES } from "./names";

/** One request to the API, without bodies and values. */
export const requestLog = z.object({
  id: uuid,
  created_at: z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] }),
  method: z.string().meta({ examples: ["POST"] }),
  path: z.string().meta({ examples: ["/api/v1/payment_intent"], description: "Address without its parameters" }),
  parameters: z
    .array(z.string())
    .meta({ examples: [["status", "size"]], description: "Names of the parameters; their values are not kept" }),
  status: z.int().meta({ examples: [201] }),
  error_code: z
    .string()
    .nullable()
    .meta({ examples: ["validation_error"] }),
  duration_ms: z.int().meta({ examples: [12] }),
  request_id: z.string().meta({ examples: ["0190a000-0000-7000-8000-0000000000ff"] }),
  is_replay: z.boolean().meta({ examples: [false], description: "Answered from an idempotency key, done before" }),
  api_key: z
    .object({ id: uuid, name: z.string().meta({ examples: ["Booking engine"] }) })
    .nullable()
    .meta({ description: "The access key that was used; null for a session token" }),
  user_id: uuid.nullable(),
  user_name: z
    .string()
    .nullable()
    .meta({ examples: ["Ann Smith"] }),
  ip_address: z
    .string()
    .nullable()
    .meta({ examples: ["203.0.113.7"] }),
  user_agent: z
    .string()
    .nullable()
    .meta({ examples: ["booking-engine/2.1"] }),
});
export type RequestLog = z.infer<typeof requestLog>;

export const requestLogList = defineList({
  name: "request_logs",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    api_key: { kind: "uuid", column: "api_key_id", description: "Id of the access key" },
    user: { kind: "uuid", column: "user_id", description: "Id of the person who used a session token" },
    method: { kind: "enum", column: "method", values: REQUEST_METHODS },
    status: { kind: "enum", column: "status_class", values: STATUS_CLASSES, isTotal: true },
    path: {
      kind: "text",
      match: "exact",
      column: "path",
      maxLength: 200,
      example: "/api/v1/payment_intent",
      description: "Address without its parameters",
    },
    request_id: { kind: "text", match: "exact", column: "request_id", maxLength: 64, description: "X-Request-Id" },
    created: { kind: "dateRange", column: "created_at" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
