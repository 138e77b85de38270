import { adminUserOperations } from "@/lib/http/operations/admin-users";
import { otherMethods, route } from "@/lib/http/route";
import { resetSecondFactor } from "@/lib/users/commands";

export const POST = route(adminUserOperations.resetSecondFactor, resetSecondFactor);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
