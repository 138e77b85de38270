import { adminVisitOperations } from "@/lib/http/operations/admin-visits";
import { otherMethods, route } from "@/lib/http/route";
import { beginVisit } from "@/lib/visits/commands";

export const POST = route(adminVisitOperations.beginVisit, beginVisit);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
