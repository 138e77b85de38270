import { z } from "zod";
import { defineList } from "../list-query";
import { uuid } from "../validation";
import { ACTOR_KINDS, AUDIT_ACTIONS, AUDITED_TABLES, PLATFORM_AUDITED_TABLES } from "./names";

const values = z
  .record(z.string(), z.unknown())
  .nullable()
  .meta({ examples: [{ status: "CANCELED" }] });

/** One change of one row, as the database's trigger recorded it. */
export const auditLog = z.object({
  id: uuid,
  created_at: z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] }),
  table_name: z.string().meta({ examples: ["payment_intents"] }),
  record_id: z.string().meta({ examples: ["0190a000-0000-7000-8000-00000000000a"] }),
  action: z.enum(AUDIT_ACTIONS).meta({ examples: ["update"] }),
  operation: z
    .string()
    .nullable()
    .meta({ examples: ["payment_intents.cancel"], description: "Operation that caused the change" }),
  actor_kind: z.enum(ACTOR_KINDS).meta({ examples: ["user"] }),
  actor_label: z.string().meta({ examples: ["Ann Smith"], description: "Name of the actor at that moment" }),
  user_id: uuid.nullable(),
  api_key_id: uuid.nullable(),
  account_id: uuid.nullable(),
  request_id: z
    .string()
    .nullable()
    .meta({ examples: ["req_01"] }),
  ip_address: z
    .string()
    .nullable()
    .meta({ examples: ["203.0.113.7"] }),
  user_agent: z
    .string()
    .nullable()
    .meta({ examples: ["Mozilla/5.0"] }),
  reason: z
    .string()
    .nullable()
    .meta({ examples: [null], description: "Why, in the actor's words; changes by the platform's staff have one" }),
  visit_id: uuid.nullable().meta({
    examples: [null],
    description: "The visit in which a platform admin did it",
  }),
  old_values: values,
  new_values: values,
});
export type AuditLog = z.infer<typeof auditLog>;

/** One change of one row, as the platform's staff see it: across tenants. */
export const platformAuditLog = auditLog.extend({
  tenant: z
    .object({ id: uuid, slug: z.string(), name: z.string() })
    .nullable()
    .meta({
      examples: [{ id: "0190a000-0000-7000-8000-00000000000f", slug: "aurora", name: "Aurora Hotels" }],
      description: "Null: a change of the platform's own data",
    }),
});
export type PlatformAuditLog = z.infer<typeof platformAuditLog>;

/** What the filters of the platform's log offer. */
export interface PlatformLogChoices {
  tenants: { id: string; name: string }[];
  admins: { user_id: string; full_name: string }[];
}

export const auditLogId = z.strictObject({ id: uuid });

export const auditLogList = defineList({
  name: "audit_logs",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    action: { kind: "enum", column: "action", values: AUDIT_ACTIONS, isTotal: true },
    table: { kind: "enum", column: "table_name", values: AUDITED_TABLES },
    record: {
      kind: "text",
      match: "exact",
      column: "record_id",
      description: "Id of the changed record",
      maxLength: 300,
    },
    actor_kind: { kind: "enum", column: "actor_kind", values: ACTOR_KINDS },
    user: { kind: "uuid", column: "user_id", description: "Id of the person who made the change" },
    api_key: { kind: "uuid", column: "api_key_id", description: "Id of the key that made the change" },
    visit: { kind: "uuid", column: "visit_id", description: "What was done in this visit of the platform" },
    created: { kind: "dateRange", column: "created_at" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});

export const platformAuditLogList = defineList({
  ...auditLogList,
  name: "platform_audit_logs",
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    ...auditLogList.filters,
    tenant: {
      kind: "uuid",
      column: "tenant_id",
      description: "Changes in these tenants; all zeros: changes of the platform's own data",
    },
    reason: {
      kind: "boolean",
      column: "reason",
      description: "true: only what somebody gave a reason for; false: only the others",
    },
    operation: {
      kind: "text",
      match: "exact",
      column: "operation",
      description: "Operation that caused the change",
      example: "tenants.suspend",
    },
    request: {
      kind: "text",
      match: "exact",
      column: "request_id",
      description: "Id of the request that made the change",
      example: "req_01",
    },
    table: { kind: "enum", column: "table_name", values: [...AUDITED_TABLES, ...PLATFORM_AUDITED_TABLES] },
  },
});
