import { z } from "zod";
import { defineList } from "../list-query";
import { reason } from "../reason";
import { uuid } from "../validation";

const TENANT_EXPORT_STATUSES = ["requested", "running", "ready", "failed", "expired"] as const;

const person = z
  .object({ id: uuid, name: z.string().meta({ examples: ["Petra Platform"] }) })
  .nullable()
  .meta({ description: "Null: an operator at the database" });
const moment = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });

/** An archive of all data of a tenant. */
export const tenantExport = z.object({
  id: uuid,
  tenant: z.object({
    id: uuid,
    name: z.string().meta({ examples: ["Aurora Hotels"] }),
    slug: z.string().meta({ examples: ["aurora"] }),
  }),
  status: z.enum(TENANT_EXPORT_STATUSES).meta({ examples: ["ready"] }),
  is_final: z.boolean().meta({
    examples: [true],
    description: "Asked for while the tenant was shut out, and it has not been let in since: a deletion may rest on it",
  }),
  reason: z.string().meta({ examples: ["Contract has ended, ticket 4711"] }),
  size_bytes: z
    .int()
    .nullable()
    .meta({ examples: [48_213_004] }),
  sha256: z
    .string()
    .nullable()
    .meta({ examples: ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"], description: "In hex" }),
  row_counts: z
    .record(z.string(), z.int())
    .nullable()
    .meta({ examples: [{ accounts: 31, payment_intents: 12_841 }], description: "Rows by table" }),
  file_count: z
    .int()
    .nullable()
    .meta({ examples: [17], description: "Files of documents" }),
  error: z
    .string()
    .nullable()
    .meta({ examples: [null], description: "Why it failed" }),
  requested_by: person,
  finished_at: moment.nullable(),
  downloaded_by: person,
  downloaded_at: moment.nullable().meta({ description: "When its last byte was first sent" }),
  created_at: moment,
});
export type TenantExport = z.infer<typeof tenantExport>;

export const tenantExportId = z.strictObject({ id: uuid });

export const requestTenantExportInput = z.strictObject({
  id: uuid.meta({ description: "Id of the tenant" }),
  reason,
});
export type RequestTenantExportInput = z.output<typeof requestTenantExportInput>;

export const tenantExportList = defineList({
  name: "tenant_exports",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    tenant: { kind: "uuid", column: "tenant_id", description: "Of these tenants" },
    status: { kind: "enum", column: "status", values: TENANT_EXPORT_STATUSES },
  },
  sizes: [25, 50, 100],
  defaultSize: 25,
});
