import { adminOperations } from "@/lib/http/operations/admin";
import { otherMethods, route } from "@/lib/http/route";
import { suspendTenant } from "@/lib/tenants/commands";

export const POST = route(adminOperations.suspendTenant, suspendTenant);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
