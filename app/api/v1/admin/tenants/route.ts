import { adminTenantOperations } from "@/lib/http/operations/admin-tenants";
import { otherMethods, route } from "@/lib/http/route";
import { listTenants } from "@/lib/tenants/queries";

export const GET = route(adminTenantOperations.listTenants, listTenants);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
