import { visitOperations } from "@/lib/http/operations/visits";
import { otherMethods, route } from "@/lib/http/route";
import { agreeToVisit } from "@/lib/visits/commands";

export const POST = route(visitOperations.agree, agreeToVisit);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
