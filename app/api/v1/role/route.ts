import { roleOperations } from "@/lib/http/operations/roles";
import { otherMethods, route } from "@/lib/http/route";
import { getRole } from "@/lib/roles/queries";

export const GET = route(roleOperations.get, getRole);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
