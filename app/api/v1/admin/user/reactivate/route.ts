import { adminUserOperations } from "@/lib/http/operations/admin-users";
import { otherMethods, route } from "@/lib/http/route";
import { reactivateUser } from "@/lib/users/commands";

export const POST = route(adminUserOperations.reactivateUser, reactivateUser);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
