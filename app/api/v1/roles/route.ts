import { roleOperations } from "@/lib/http/operations/roles";
import { otherMethods, route } from "@/lib/http/route";
import { listRoles } from "@/lib/roles/queries";

export const GET = route(roleOperations.list, listRoles);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
