import { adminBulkOperations } from "@/lib/http/operations/admin-bulk";
import { otherMethods, route } from "@/lib/http/route";
import { endSessionsOfUsers } from "@/lib/users/bulk";

export const POST = route(adminBulkOperations.endSessionsOfUsers, endSessionsOfUsers);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
