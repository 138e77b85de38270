import { adminBulkOperations } from "@/lib/http/operations/admin-bulk";
import { otherMethods, route } from "@/lib/http/route";
import { deactivateUsers } from "@/lib/users/bulk";

export const POST = route(adminBulkOperations.deactivateUsers, deactivateUsers);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
