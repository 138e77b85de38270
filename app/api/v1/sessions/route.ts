import { sessionOperations } from "@/lib/http/operations/sessions";
import { otherMethods, route } from "@/lib/http/route";
import { listSessions } from "@/lib/sessions/queries";

export const GET = route(sessionOperations.list, listSessions);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
