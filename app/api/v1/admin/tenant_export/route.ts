import { adminTenantExportOperations } from "@/lib/http/operations/admin-tenant-exports";
import { otherMethods, route } from "@/lib/http/route";
import { requestTenantExport } from "@/lib/tenant-exports/commands";
import { getTenantExport } from "@/lib/tenant-exports/queries";

export const GET = route(adminTenantExportOperations.get, getTenantExport);
export const POST = route(adminTenantExportOperations.request, requestTenantExport);
export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET, POST);
