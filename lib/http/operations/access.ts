import { accessExplanation, explainAccessInput } from "../../access/schema";
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
} as const satisfies Record<string, Operation>;
