import { visitOperations } from "@/lib/http/operations/visits";
import { otherMethods, route } from "@/lib/http/route";
import { listVisits } from "@/lib/visits/queries";

export const GET = route(visitOperations.list, listVisits);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
