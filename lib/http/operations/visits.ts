import { visit, visitId, visitList } from "../../visits/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

const answer = {
  method: "post",
  tag: "Tenant",
  permission: "settings:write",
  isSessionOnly: true,
  body: visitId,
  reply: visit,
  errors: ["not_found", "conflict"],
} as const;

export const visitOperations = {
  list: {
    method: "get",
    path: "/api/v1/visits",
    operationId: "listVisits",
    summary: "List the platform's visits to the tenant",
    description:
      "Platform admins step into a tenant with a reason, for an hour at most. What they change is in the audit log, under " +
      "their name.",
    tag: "Tenant",
    permission: "settings:read",
    query: visitList,
    reply: listReply(visit),
  },
  agree: {
    ...answer,
    path: "/api/v1/visit/agree",
    operationId: "agreeToVisit",
    summary: "Agree to a visit that waits for the tenant's word",
  },
  decline: {
    ...answer,
    path: "/api/v1/visit/decline",
    operationId: "declineVisit",
    summary: "Decline a visit that waits for the tenant's word",
  },
  end: {
    ...answer,
    path: "/api/v1/visit/end",
    operationId: "endVisit",
    summary: "End a visit at once",
  },
} as const satisfies Record<string, Operation>;
