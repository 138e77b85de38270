import { requestLog, requestLogList } from "../../request-logs/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

export const requestLogOperations = {
  list: {
    method: "get",
    path: "/api/v1/request_logs",
    operationId: "listRequestLogs",
    summary: "List requests to this API",
    description:
      "Who asked what, when, and how it was answered, a second behind the answers. Bodies and values of parameters are " +
      "not kept. A token restricted to accounts sees its own requests and those of the keys that it sees.",
    tag: "Request log",
    permission: "api_keys:read",
    query: requestLogList,
    reply: listReply(requestLog),
  },
} as const satisfies Record<string, Operation>;
