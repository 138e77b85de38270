import { tenantOperations } from "@/lib/http/operations/tenant";
import { otherMethods, route } from "@/lib/http/route";
import { updateOwnTenant } from "@/lib/tenants/commands";
import { getOwnTenant } from "@/lib/tenants/queries";

export const GET = route(tenantOperations.get, getOwnTenant);
export const PATCH = route(tenantOperations.update, updateOwnTenant);
export const { POST, PUT, DELETE, OPTIONS } = otherMethods(GET, PATCH);
