import { z } from "zod";
import { requestTenantExportInput, tenantExport, tenantExportId, tenantExportList } from "../../tenant-exports/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

export const adminTenantExportOperations = {
  list: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/tenant_exports",
    operationId: "adminListTenantExports",
    summary: "List the archives of tenants",
    query: tenantExportList,
    reply: listReply(tenantExport),
  },
  get: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/tenant_export",
    operationId: "adminGetTenantExport",
    summary: "How far an archive has come",
    query: tenantExportId,
    reply: tenantExport,
    errors: ["not_found"],
  },
  request: {
    ...PLATFORM,
    method: "post",
    path: "/api/v1/admin/tenant_export",
    operationId: "adminRequestTenantExport",
    summary: "Have all data of a tenant written into an archive",
    description:
      "Lines of JSON, compressed: every row that the tenant's own role may read, without secrets, and the files of its " +
      "documents. A job writes it; it is kept for a set time. Not where the tenant's exports are switched off.",
    body: requestTenantExportInput,
    reply: tenantExport,
    status: 202,
    errors: ["not_found", "conflict", "switched_off"],
  },
  content: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/tenant_export/content",
    operationId: "adminGetTenantExportContent",
    summary: "Download an archive",
    description:
      "The bytes, with their SHA-256 in `ETag` and `Repr-Digest`. It counts as downloaded once the last byte of the whole " +
      "was sent, which the tenant reads in its log.",
    query: tenantExportId,
    reply: z.string().meta({ override: { type: "string", format: "binary" }, examples: ["(the bytes)"] }),
    repliesBytes: true,
    errors: ["not_found", "conflict", "switched_off"],
  },
} as const satisfies Record<string, Operation>;
