import { adminTenantOperations } from "@/lib/http/operations/admin-tenants";
import { otherMethods, route } from "@/lib/http/route";
import { reactivateTenant } from "@/lib/tenants/commands";

export const POST = route(adminTenantOperations.reactivateTenant, reactivateTenant);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
