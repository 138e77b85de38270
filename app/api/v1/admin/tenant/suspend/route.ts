import { adminTenantOperations } from "@/lib/http/operations/admin-tenants";
import { otherMethods, route } from "@/lib/http/route";
import { suspendTenant } from "@/lib/tenants/commands";

export const POST = route(adminTenantOperations.suspendTenant, suspendTenant);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
