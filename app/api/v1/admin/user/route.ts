import { adminOperations } from "@/lib/http/operations/admin";
import { otherMethods, route } from "@/lib/http/route";
import { getUser } from "@/lib/users/queries";

export const GET = route(adminOperations.getUser, getUser);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
