import { documentStorage } from "@/lib/documents/storage";
import { adminDownload } from "@/lib/http/member-route";
import { openTenantExport } from "@/lib/tenant-exports/download";
import { tenantExportId } from "@/lib/tenant-exports/schema";

const PATH = "/api/dashboard/tenant_export";

export const GET = adminDownload(PATH, tenantExportId, (admin, input) =>
  openTenantExport(admin, input, documentStorage),
);
