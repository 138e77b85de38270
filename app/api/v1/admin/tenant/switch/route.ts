import { adminTenantSwitchOperations } from "@/lib/http/operations/admin-tenant-switches";
import { otherMethods, route } from "@/lib/http/route";
import { setTenantSwitch } from "@/lib/tenant-switches/commands";

export const POST = route(adminTenantSwitchOperations.set, setTenantSwitch);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
