import { sessionOperations } from "@/lib/http/operations/sessions";
import { otherMethods, route } from "@/lib/http/route";
import { endSessions } from "@/lib/sessions/commands";

export const POST = route(sessionOperations.endAll, endSessions);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
