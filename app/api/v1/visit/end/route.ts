import { visitOperations } from "@/lib/http/operations/visits";
import { otherMethods, route } from "@/lib/http/route";
import { endVisitOfTenant } from "@/lib/visits/commands";

export const POST = route(visitOperations.end, endVisitOfTenant);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
