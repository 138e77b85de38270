import { createRefundStopInput, refundStop, refundStopId, refundStopList } from "../../refund-stops/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

const shared = { tag: "Refunds", reply: refundStop } as const;

export const refundStopOperations = {
  list: {
    method: "get",
    path: "/api/v1/refund_stops",
    operationId: "listRefundStops",
    summary: "List the times when refunds were stopped",
    tag: "Refunds",
    permission: "refunds:read",
    query: refundStopList,
    reply: listReply(refundStop),
  },
  create: {
    ...shared,
    method: "post",
    path: "/api/v1/refund_stop",
    operationId: "createRefundStop",
    summary: "Stop all refunds",
    description:
      "From the next request on none is made or approved, until somebody lifts the stop. What is with the provider already " +
      "goes on. Not for whoever is restricted to chosen accounts.",
    permission: "refunds:approve",
    body: createRefundStopInput,
    status: 201,
    errors: ["conflict"],
  },
  lift: {
    ...shared,
    method: "post",
    path: "/api/v1/refund_stop/lift",
    operationId: "liftRefundStop",
    summary: "Let refunds go on",
    permission: "refunds:approve",
    isSessionOnly: true,
    body: refundStopId,
    errors: ["conflict"],
  },
} as const satisfies Record<string, Operation>;
