import { adminUserOperations } from "@/lib/http/operations/admin-users";
import { otherMethods, route } from "@/lib/http/route";
import { listUserSessions } from "@/lib/users/queries";

export const GET = route(adminUserOperations.listUserSessions, listUserSessions);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
