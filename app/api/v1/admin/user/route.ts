import { adminUserOperations } from "@/lib/http/operations/admin-users";
import { otherMethods, route } from "@/lib/http/route";
import { getUser } from "@/lib/users/queries";

export const GET = route(adminUserOperations.getUser, getUser);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
