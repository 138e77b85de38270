import { documentStorage } from "@/lib/documents/storage";
import { adminTenantExportOperations } from "@/lib/http/operations/admin-tenant-exports";
import { otherMethods, route } from "@/lib/http/route";
import { openTenantExport } from "@/lib/tenant-exports/download";

export const GET = route(adminTenantExportOperations.content, (admin, input) =>
  openTenantExport(admin, input, documentStorage),
);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
