import { adminOperations } from "@/lib/http/operations/admin";
import { otherMethods, route } from "@/lib/http/route";
import { reactivateTenant } from "@/lib/tenants/commands";

export const POST = route(adminOperations.reactivateTenant, reactivateTenant);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
