import { z } from "zod";
import { endedSessions, endSessionsInput, session, sessionId } from "../../sessions/schema";
import type { Operation } from "../operation";

const shared = { tag: "My account", permission: null, isPersonal: true } as const;

export const sessionOperations = {
  list: {
    ...shared,
    method: "get",
    path: "/api/v1/sessions",
    operationId: "listSessions",
    summary: "Where one is signed in",
    description: "The living sessions, at most a hundred: the one that asks first, then those that were used last.",
    reply: z.object({ items: z.array(session) }),
  },
  end: {
    ...shared,
    method: "delete",
    path: "/api/v1/session",
    operationId: "endSession",
    summary: "End one of one's own sessions",
    description: "It is refused from the next request on. The session that asks may end itself.",
    query: sessionId,
    reply: session,
    errors: ["not_found"],
  },
  endAll: {
    ...shared,
    method: "post",
    path: "/api/v1/session/end_all",
    operationId: "endSessions",
    summary: "Sign out everywhere",
    body: endSessionsInput,
    reply: endedSessions,
  },
} as const satisfies Record<string, Operation>;
