import { sessionOperations } from "@/lib/http/operations/sessions";
import { otherMethods, route } from "@/lib/http/route";
import { endSession } from "@/lib/sessions/commands";

export const DELETE = route(sessionOperations.end, endSession);
export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods(DELETE);
