import { roleOperations } from "@/lib/http/operations/roles";
import { otherMethods, route } from "@/lib/http/route";
import { listPermissions } from "@/lib/roles/queries";

export const GET = route(roleOperations.permissions, listPermissions);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
