import { adminTenantSwitchOperations } from "@/lib/http/operations/admin-tenant-switches";
import { otherMethods, route } from "@/lib/http/route";
import { getTenantSwitches } from "@/lib/tenant-switches/queries";

export const GET = route(adminTenantSwitchOperations.list, getTenantSwitches);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
