import { adminVisitOperations } from "@/lib/http/operations/admin-visits";
import { otherMethods, route } from "@/lib/http/route";
import { startVisit } from "@/lib/visits/commands";
import { getPlatformVisit } from "@/lib/visits/queries";

export const GET = route(adminVisitOperations.getVisit, getPlatformVisit);
export const POST = route(adminVisitOperations.startVisit, startVisit);
export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET, POST);
