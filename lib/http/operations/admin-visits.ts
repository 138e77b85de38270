import { platformVisit, platformVisitList, startVisitInput, visitId, visitReasonInput } from "../../visits/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

const oneVisit = { ...PLATFORM, path: "/api/v1/admin/visit", reply: platformVisit } as const;

export const adminVisitOperations = {
  listVisits: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/visits",
    operationId: "adminListVisits",
    summary: "List the platform admins' visits to tenants",
    query: platformVisitList,
    reply: listReply(platformVisit),
  },
  getVisit: {
    ...oneVisit,
    method: "get",
    operationId: "adminGetVisit",
    summary: "One visit",
    query: visitId,
    errors: ["not_found"],
  },
  startVisit: {
    ...oneVisit,
    method: "post",
    operationId: "adminStartVisit",
    summary: "Step into a tenant",
    description:
      "Begins a visit of the token's session: from then on the tenant's pages open in the browser with this sign-in, for an hour at " +
      "most, reading only and without customers' personal data. The API itself takes no visits: it stays closed to the " +
      "platform's staff. A tenant that demands to be asked first is asked, and the visit waits. One's other visits end.",
    body: startVisitInput,
    status: 201,
    errors: ["not_found", "conflict"],
  },
  beginVisit: {
    ...oneVisit,
    method: "post",
    path: "/api/v1/admin/visit/begin",
    operationId: "adminBeginVisit",
    summary: "Begin a visit that the tenant agreed to",
    body: visitId,
    errors: ["not_found", "conflict"],
  },
  endVisit: {
    ...oneVisit,
    method: "post",
    path: "/api/v1/admin/visit/end",
    operationId: "adminEndVisit",
    summary: "End a visit, one's own or another admin's",
    body: visitReasonInput,
    errors: ["not_found", "conflict"],
  },
  askWriting: {
    ...oneVisit,
    method: "post",
    path: "/api/v1/admin/visit/ask_writing",
    operationId: "adminAskVisitWriting",
    summary: "Ask that another platform admin agree to writing",
    body: visitReasonInput,
    errors: ["not_found", "conflict"],
  },
  agreeWriting: {
    ...oneVisit,
    method: "post",
    path: "/api/v1/admin/visit/agree_writing",
    operationId: "adminAgreeVisitWriting",
    summary: "Agree that another admin's visit may write",
    description:
      "Until the visit ends it may change accounts and payment intents, and nothing else. The visitor cannot agree to it.",
    body: visitReasonInput,
    errors: ["not_found", "conflict"],
  },
} as const satisfies Record<string, Operation>;
