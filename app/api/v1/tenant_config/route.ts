import { tenantOperations } from "@/lib/http/operations/tenant";
import { otherMethods, route } from "@/lib/http/route";
import { updateTenantConfig } from "@/lib/tenant-configs/commands";
import { getTenantConfig } from "@/lib/tenant-configs/queries";

export const GET = route(tenantOperations.getConfig, getTenantConfig);
export const PATCH = route(tenantOperations.updateConfig, updateTenantConfig);
export const { POST, PUT, DELETE, OPTIONS } = otherMethods(GET, PATCH);
