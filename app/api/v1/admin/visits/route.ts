import { adminVisitOperations } from "@/lib/http/operations/admin-visits";
import { otherMethods, route } from "@/lib/http/route";
import { listPlatformVisits } from "@/lib/visits/queries";

export const GET = route(adminVisitOperations.listVisits, listPlatformVisits);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
