import { adminTenantOperations } from "@/lib/http/operations/admin-tenants";
import { otherMethods, route } from "@/lib/http/route";
import { getTenantUsage } from "@/lib/tenants/usage";

export const GET = route(adminTenantOperations.getTenantUsage, getTenantUsage);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
