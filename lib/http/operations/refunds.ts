import {
  approveRefundInput,
  createRefundInput,
  refund,
  refundId,
  refundList,
  rejectRefundInput,
} from "../../refunds/schema";
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
      "PENDING until the provider has answered; `pending_reason` says what it waits for. Above the tenant's threshold it " +
      "waits for a second person, and `approval` says how that stands. The tenant's limits are told beside `amount`.",
    permission: "refunds:create",
    body: createRefundInput,
    isIdempotent: true,
    status: 201,
    errors: ["conflict", "refunds_stopped"],
  },
  cancel: {
    ...one,
    method: "post",
    path: "/api/v1/refund/cancel",
    operationId: "cancelRefund",
    summary: "Cancel a refund that is not with the provider yet",
    description: "Also withdraws one that waits for a second person.",
    permission: "refunds:create",
    body: refundId,
    isIdempotent: true,
    errors: ["conflict"],
  },
  approve: {
    ...one,
    method: "post",
    path: "/api/v1/refund/approve",
    operationId: "approveRefund",
    summary: "Approve a refund that waits for a second person",
    description: "Only a person approves, and never who asked for the refund or made the access key that asked.",
    permission: "refunds:approve",
    isSessionOnly: true,
    body: approveRefundInput,
    isIdempotent: true,
    errors: ["conflict", "refunds_stopped"],
  },
  reject: {
    ...one,
    method: "post",
    path: "/api/v1/refund/reject",
    operationId: "rejectRefund",
    summary: "Reject a refund that waits for a second person",
    description: "It is canceled, and what it held is there to refund again. Whoever may approve may reject.",
    permission: "refunds:approve",
    isSessionOnly: true,
    body: rejectRefundInput,
    isIdempotent: true,
    errors: ["conflict"],
  },
} as const satisfies Record<string, Operation>;
