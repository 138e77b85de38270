import { whoami } from "../../whoami/schema";
import type { Operation } from "../operation";

export const whoamiOperations = {
  get: {
    method: "get",
    path: "/api/v1/whoami",
    operationId: "whoami",
    summary: "Whom the token stands for, and what it may do",
    tag: "Token",
    permission: null,
    reply: whoami,
  },
} as const satisfies Record<string, Operation>;
