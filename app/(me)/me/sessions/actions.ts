"use server";

import { personAction } from "@/lib/http/action";
import { endSession, endSessions } from "@/lib/sessions/commands";
import { endSessionsInput, sessionId } from "@/lib/sessions/schema";

export const endSessionAction = personAction(sessionId, endSession);
export const endSessionsAction = personAction(endSessionsInput, endSessions);
