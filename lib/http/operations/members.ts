import { member, memberId, memberList } from "../../members/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

export const memberOperations = {
  list: {
    method: "get",
    path: "/api/v1/members",
    operationId: "listMembers",
    summary: "List the people of the tenant",
    description: "Whoever is restricted to chosen accounts gets no e-mail addresses and sign-ins but their own.",
    tag: "Team",
    permission: "members:read",
    query: memberList,
    reply: listReply(member),
  },
  get: {
    method: "get",
    path: "/api/v1/member",
    operationId: "getMember",
    summary: "One person of the tenant, past or present",
    tag: "Team",
    permission: "members:read",
    query: memberId,
    reply: member,
  },
} as const satisfies Record<string, Operation>;
