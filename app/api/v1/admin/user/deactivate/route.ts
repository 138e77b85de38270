import { adminUserOperations } from "@/lib/http/operations/admin-users";
import { otherMethods, route } from "@/lib/http/route";
import { deactivateUser } from "@/lib/users/commands";

export const POST = route(adminUserOperations.deactivateUser, deactivateUser);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
