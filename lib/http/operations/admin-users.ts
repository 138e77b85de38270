import {
  endedUserSessions,
  endUserSessionsInput,
  user,
  userActInput,
  userId,
  userList,
  userSessions,
} from "../../users/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

const TOLD = "The person is told by mail, and the audit log keeps who did it and why.";
const act = {
  ...PLATFORM,
  method: "post",
  body: userActInput,
  reply: user,
  errors: ["not_found", "conflict"],
} as const;

export const adminUserOperations = {
  listUsers: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/users",
    operationId: "adminListUsers",
    summary: "List all people",
    query: userList,
    reply: listReply(user),
  },
  getUser: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/user",
    operationId: "adminGetUser",
    summary: "One person",
    query: userId,
    reply: user,
    errors: ["not_found"],
  },
  listUserSessions: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/user_sessions",
    operationId: "adminListUserSessions",
    summary: "A person's living sessions",
    description: "Those that were used last come first; a hundred at most.",
    query: userId,
    reply: userSessions,
    errors: ["not_found"],
  },
  deactivateUser: {
    ...act,
    path: "/api/v1/admin/user/deactivate",
    operationId: "adminDeactivateUser",
    summary: "Shut a person out",
    description: `Sessions, half-done sign-ins and links to a new password end at once, in every tenant. Nobody does this to themselves, nor to the last active platform admin. ${TOLD} Each tenant of the person reads it in its own log.`,
  },
  reactivateUser: {
    ...act,
    path: "/api/v1/admin/user/reactivate",
    operationId: "adminReactivateUser",
    summary: "Let a person sign in again",
    description: `Memberships and roles are as they were. ${TOLD}`,
  },
  endUserSessions: {
    ...PLATFORM,
    method: "post",
    path: "/api/v1/admin/user/end_sessions",
    operationId: "adminEndUserSessions",
    summary: "End a person's sessions",
    description: `One, or all: refused from the next request on. ${TOLD}`,
    body: endUserSessionsInput,
    reply: endedUserSessions,
    errors: ["not_found"],
  },
  resetSecondFactor: {
    ...act,
    path: "/api/v1/admin/user/reset_second_factor",
    operationId: "adminResetSecondFactor",
    summary: "Take a lost second factor away",
    description: `Authenticator and recovery codes serve no more, and the person's sessions end. Make sure first that it is they who ask. ${TOLD} Each tenant of the person reads it in its own log.`,
  },
  sendPasswordReset: {
    ...act,
    path: "/api/v1/admin/user/send_password_reset",
    operationId: "adminSendPasswordReset",
    summary: "Mail a person a link to a new password",
    description:
      "The link serves once, for 30 minutes; those from before serve no more. The audit log keeps who sent it.",
  },
} as const satisfies Record<string, Operation>;
