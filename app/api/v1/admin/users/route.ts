import { adminUserOperations } from "@/lib/http/operations/admin-users";
import { otherMethods, route } from "@/lib/http/route";
import { listUsers } from "@/lib/users/queries";

export const GET = route(adminUserOperations.listUsers, listUsers);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
