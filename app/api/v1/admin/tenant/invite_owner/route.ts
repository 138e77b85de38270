import { adminTenantOperations } from "@/lib/http/operations/admin-tenants";
import { otherMethods, route } from "@/lib/http/route";
import { inviteOwner } from "@/lib/tenants/commands";

export const POST = route(adminTenantOperations.inviteOwner, inviteOwner);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
