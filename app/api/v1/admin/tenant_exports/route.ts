import { adminTenantExportOperations } from "@/lib/http/operations/admin-tenant-exports";
import { otherMethods, route } from "@/lib/http/route";
import { listTenantExports } from "@/lib/tenant-exports/queries";

export const GET = route(adminTenantExportOperations.list, listTenantExports);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
