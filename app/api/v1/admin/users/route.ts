import { adminOperations } from "@/lib/http/operations/admin";
import { otherMethods, route } from "@/lib/http/route";
import { listUsers } from "@/lib/users/queries";

export const GET = route(adminOperations.listUsers, listUsers);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
