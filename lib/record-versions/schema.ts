import { z } from "zod";
import type { Permission } from "../permissions";
import { dateTime, uuid } from "../validation";

/** Tables whose records can be seen as they were. */
export const VERSIONED_TABLES = [
  "payment_intents",
  "accounts",
  "refunds",
  "documents",
  "memberships",
  "tenant_api_keys",
  "webhook_endpoints",
] as const;
export type VersionedTable = (typeof VERSIONED_TABLES)[number];

/** What it takes to see a record of a table, today's or yesterday's. */
export const VERSION_PERMISSIONS: Readonly<Record<VersionedTable, Permission>> = {
  payment_intents: "payment_intents:read",
  accounts: "accounts:read",
  refunds: "refunds:read",
  documents: "documents:read",
  memberships: "members:read",
  tenant_api_keys: "api_keys:read",
  webhook_endpoints: "webhooks:read",
};

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const table = z
  .enum(VERSIONED_TABLES)
  .meta({ examples: ["accounts"], description: "Kind of record, named as in the audit log" });

export const recordVersionInput = z.strictObject({
  table,
  id: uuid,
  at: dateTime.meta({ description: "The moment, to the millisecond" }),
});
export type RecordVersionInput = z.output<typeof recordVersionInput>;

export const recordVersionsInput = recordVersionInput.pick({ table: true, id: true });
export type RecordVersionsInput = z.output<typeof recordVersionsInput>;

export const VERSION_STATES = ["there", "not_yet", "deleted", "unknown"] as const;

const knownFrom = time.nullable().meta({
  examples: [null],
  description: "From when on the log can tell: what is older was removed from it. Null: from the record's beginning",
});

const author = {
  operation: z
    .string()
    .nullable()
    .meta({ examples: ["payment_intents.update"], description: "Operation that made it so" }),
  actor_kind: z
    .enum(["user", "api_key", "platform_admin", "system"])
    .nullable()
    .meta({ examples: ["user"] }),
  actor_label: z
    .string()
    .nullable()
    .meta({ examples: ["Ann Smith"], description: "Name of the actor at that moment" }),
};

/** A record as it was at one moment. */
export const recordVersion = z.object({
  table,
  id: uuid,
  at: time,
  state: z.enum(VERSION_STATES).meta({
    examples: ["there"],
    description: "unknown: the log does not reach back that far, or the record was out of your reach then",
  }),
  values: z
    .record(z.string(), z.unknown())
    .nullable()
    .meta({
      examples: [{ status: "PROCESSED", reference: "BOOKING-1042" }],
      description:
        "The stored columns, without secrets and counters; amounts in minor units. Null unless the record was there",
    }),
  valid_from: time.nullable().meta({ description: "Since when it was so; null where the log does not say" }),
  valid_until: time.nullable().meta({ examples: [null], description: "Until when it was so; null: it still is" }),
  known_from: knownFrom,
  ...author,
});
export type RecordVersion = z.infer<typeof recordVersion>;

const step = z.object({
  id: uuid,
  at: time.meta({ description: "From this moment on" }),
  action: z.enum(["insert", "update", "delete"]).meta({ examples: ["update"] }),
  ...author,
  request_id: z
    .string()
    .nullable()
    .meta({ examples: ["req_01"] }),
  changed_fields: z.array(z.string()).meta({ examples: [["reference"]], description: "Of an update" }),
});

/** The moments at which a record became another. */
export const recordVersions = z.object({
  items: z.array(step).meta({ description: "Newest first, at most 200" }),
  is_capped: z.boolean().meta({ examples: [false], description: "True if there are older ones" }),
});
export type RecordVersions = z.infer<typeof recordVersions>;
