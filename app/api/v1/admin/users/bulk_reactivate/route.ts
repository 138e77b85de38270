import { adminBulkOperations } from "@/lib/http/operations/admin-bulk";
import { otherMethods, route } from "@/lib/http/route";
import { reactivateUsers } from "@/lib/users/bulk";

export const POST = route(adminBulkOperations.reactivateUsers, reactivateUsers);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
