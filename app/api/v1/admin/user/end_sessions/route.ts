import { adminUserOperations } from "@/lib/http/operations/admin-users";
import { otherMethods, route } from "@/lib/http/route";
import { endUserSessions } from "@/lib/users/commands";

export const POST = route(adminUserOperations.endUserSessions, endUserSessions);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
