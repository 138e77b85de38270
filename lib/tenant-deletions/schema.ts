import { z } from "zod";
import { defineList } from "../list-query";
import { reason } from "../reason";
import { uuid } from "../validation";

const TENANT_DELETION_STATUSES = ["requested", "agreed", "running", "done", "called_off"] as const;

const person = z.object({ id: uuid, name: z.string().meta({ examples: ["Petra Platform"] }) }).nullable();
const moment = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });

/** The deletion of a tenant: who wanted it, who agreed, when it happens, and what came of it. */
export const tenantDeletion = z.object({
  id: uuid,
  tenant: z.object({
    id: uuid,
    name: z.string().meta({ examples: ["Aurora Hotels"] }),
    slug: z.string().meta({ examples: ["aurora"] }),
  }),
  status: z.enum(TENANT_DELETION_STATUSES).meta({ examples: ["agreed"] }),
  reason: z.string().meta({ examples: ["Contract has ended, ticket 4711"] }),
  export_id: uuid,
  waiting_days: z.int().meta({ examples: [7], description: "Between agreement and deletion" }),
  requested_by: person,
  agreed_by: person,
  agreed_at: moment.nullable(),
  due_at: moment.nullable().meta({ description: "When it begins, unless somebody calls it off" }),
  called_off_by: person,
  called_off_at: moment.nullable(),
  call_off_reason: z
    .string()
    .nullable()
    .meta({ examples: [null] }),
  started_at: moment.nullable(),
  finished_at: moment.nullable(),
  row_counts: z.record(z.string(), z.int()).meta({
    examples: [{ accounts: 31, payment_intents: 12_841 }],
    description: "Rows by table that are gone",
  }),
  created_at: moment,
});
export type TenantDeletion = z.infer<typeof tenantDeletion>;

export const tenantDeletionId = z.strictObject({ id: uuid });

export const requestTenantDeletionInput = z.strictObject({
  id: uuid.meta({ description: "Id of the tenant" }),
  export_id: uuid.meta({ description: "The archive that was downloaded: made while the tenant was shut out" }),
  reason,
});
export type RequestTenantDeletionInput = z.output<typeof requestTenantDeletionInput>;

/** Which deletion, and why. */
export const decideTenantDeletionInput = z.strictObject({ id: uuid, reason });
export type DecideTenantDeletionInput = z.output<typeof decideTenantDeletionInput>;

export const tenantDeletionList = defineList({
  name: "tenant_deletions",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    tenant: { kind: "uuid", column: "tenant_id", description: "Of these tenants" },
    status: { kind: "enum", column: "status", values: TENANT_DELETION_STATUSES },
  },
  sizes: [25, 50, 100],
  defaultSize: 25,
});
