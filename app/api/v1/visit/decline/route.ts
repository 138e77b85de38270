import { visitOperations } from "@/lib/http/operations/visits";
import { otherMethods, route } from "@/lib/http/route";
import { declineVisit } from "@/lib/visits/commands";

export const POST = route(visitOperations.decline, declineVisit);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
