import { adminVisitOperations } from "@/lib/http/operations/admin-visits";
import { otherMethods, route } from "@/lib/http/route";
import { endVisit } from "@/lib/visits/commands";

export const POST = route(adminVisitOperations.endVisit, endVisit);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
