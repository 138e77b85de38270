import { createRefundInput, refund, refundId, refundList } from "../../refunds/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

const one = { path: "/api/v1/refund", tag: "Refunds", reply: refund } as const;

export const refundOperations = {
  list: {
    method: "get",
    path: "/api/v1/refunds",
    operationId: "listRefunds",
    summary: "List refunds",
    tag: "Refunds",
    permission: "refunds:read",
    query: refundList,
    reply: listReply(refund),
  },
  get: {
    ...one,
    method: "get",
    operationId: "getRefund",
    summary: "One refund",
    permission: "refunds:read",
    query: refundId,
  },
  create: {
    ...one,
    method: "post",
    operationId: "createRefund",
    summary: "Refund a payment, in part or in full",
    description:
      "All refunds of a payment together never exceed what was paid, whatever runs at the same time. A refund is " +
      "PENDING until the provider has answered; `pending_reason` says what it waits for.",
    permission: "refunds:create",
    body: createRefundInput,
    isIdempotent: true,
    status: 201,
    errors: ["conflict"],
  },
  cancel: {
    ...one,
    method: "post",
    path: "/api/v1/refund/cancel",
    operationId: "cancelRefund",
    summary: "Cancel a refund that is not with the provider yet",
    permission: "refunds:create",
    body: refundId,
    isIdempotent: true,
    errors: ["conflict"],
  },
} as const satisfies Record<string, Operation>;
