import {
  createInvitationInput,
  invitation,
  invitationId,
  invitationList,
  sentInvitation,
} from "../../invitations/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

// Giving takes a session token: rights are given by people, who answer for it.
const rights = { tag: "Team", isSessionOnly: true, permission: "members:write" } as const;

export const invitationOperations = {
  list: {
    method: "get",
    path: "/api/v1/invitations",
    operationId: "listInvitations",
    summary: "List invitations",
    description: "Whoever is restricted to chosen accounts gets those to these accounts only.",
    tag: "Team",
    permission: "members:read",
    query: invitationList,
    reply: listReply(invitation),
  },
  get: {
    method: "get",
    path: "/api/v1/invitation",
    operationId: "getInvitation",
    summary: "One invitation, without the secret of its link",
    tag: "Team",
    permission: "members:read",
    query: invitationId,
    reply: invitation,
  },
  create: {
    ...rights,
    method: "post",
    path: "/api/v1/invitation",
    operationId: "createInvitation",
    summary: "Invite somebody by mail",
    description:
      "The link is in the mail, in this answer and nowhere else. Nobody gives roles or accounts beyond their own. " +
      "An invitation serves for seven days, and as long as whoever sent it could give the same.",
    body: createInvitationInput,
    status: 201,
    reply: sentInvitation,
    errors: ["already_exists"],
  },
  resend: {
    ...rights,
    method: "post",
    path: "/api/v1/invitation/resend",
    operationId: "resendInvitation",
    summary: "Send an invitation again, with a new link",
    description: "The old link serves no more. Whoever sends it answers for it from now on.",
    body: invitationId,
    reply: sentInvitation,
    errors: ["conflict", "already_exists"],
  },
  revoke: {
    ...rights,
    method: "post",
    path: "/api/v1/invitation/revoke",
    operationId: "revokeInvitation",
    summary: "Take an invitation back",
    description: "Its link serves no more. Revoking twice is no error.",
    body: invitationId,
    reply: invitation,
    errors: ["conflict"],
  },
} as const satisfies Record<string, Operation>;
