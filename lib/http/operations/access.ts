import { accessExplanation, accountReach, accountReachInput, explainAccessInput } from "../../access/schema";
import type { Operation } from "../operation";

export const accessOperations = {
  explain: {
    method: "get",
    path: "/api/v1/access_explanation",
    operationId: "explainAccess",
    summary: "Why a member or access key may do something, or may not",
    description:
      "The chain from the state of the member or key to roles, who gave them, restriction and result, in sentences and as " +
      "data. About oneself everybody may ask; about a member it takes `members:read` and `roles:read`, about a key " +
      "`api_keys:read`.",
    tag: "Team",
    permission: null,
    query: explainAccessInput,
    reply: accessExplanation,
  },
  reach: {
    method: "get",
    path: "/api/v1/account_reach",
    operationId: "getAccountReach",
    summary: "The members and access keys that see an account",
    description:
      "Members take `members:read`, keys `api_keys:read`: without it they are null. Of platform admins on a visit and of " +
      "former members nothing is said.",
    tag: "Team",
    permission: "accounts:read",
    query: accountReachInput,
    reply: accountReach,
  },
} as const satisfies Record<string, Operation>;
