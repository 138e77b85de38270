import { tenantOperations } from "@/lib/http/operations/tenant";
import { otherMethods, route } from "@/lib/http/route";
import { listTenantConfigVersions } from "@/lib/tenant-configs/queries";

export const GET = route(tenantOperations.listConfigVersions, listTenantConfigVersions);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
