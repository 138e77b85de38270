import { member, memberId, memberList, setMemberRolesInput, updateMemberInput } from "../../members/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

// By session token only: rights are given by people, who answer for it.
const rights = { tag: "Team", isSessionOnly: true } as const;

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
  update: {
    ...rights,
    method: "patch",
    path: "/api/v1/member",
    operationId: "updateMember",
    summary: "Restrict a member to accounts and branches, or lift the restriction",
    description:
      "What is absent stays. Nobody gives accounts beyond their own, or changes who holds more than they do.",
    permission: "members:write",
    body: updateMemberInput,
    reply: member,
    errors: ["conflict"],
  },
  setRoles: {
    ...rights,
    method: "put",
    path: "/api/v1/member/roles",
    operationId: "setMemberRoles",
    summary: "Give a member exactly these roles",
    description: "Nobody gives a role that holds more than they do. The last owner keeps that role.",
    permission: "roles:write",
    body: setMemberRolesInput,
    reply: member,
    errors: ["conflict"],
  },
  remove: {
    ...rights,
    method: "delete",
    path: "/api/v1/member",
    operationId: "deactivateMember",
    summary: "Shut a member out from the next request on",
    description: "Roles and restriction are kept, and restoring brings them back. The last owner stays.",
    permission: "members:write",
    query: memberId,
    reply: member,
    errors: ["conflict"],
  },
  restore: {
    ...rights,
    method: "post",
    path: "/api/v1/member/restore",
    operationId: "restoreMember",
    summary: "Let a deactivated member in again",
    permission: "members:write",
    body: memberId,
    reply: member,
    errors: ["conflict"],
  },
} as const satisfies Record<string, Operation>;
