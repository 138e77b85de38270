import { adminTenantOperations } from "@/lib/http/operations/admin-tenants";
import { otherMethods, route } from "@/lib/http/route";
import { createTenant, updateTenant } from "@/lib/tenants/commands";
import { getTenantDetail } from "@/lib/tenants/queries";

export const GET = route(adminTenantOperations.getTenant, getTenantDetail);
export const POST = route(adminTenantOperations.createTenant, createTenant);
export const PATCH = route(adminTenantOperations.updateTenant, updateTenant);
export const { PUT, DELETE, OPTIONS } = otherMethods(GET, POST, PATCH);
