import { user, userId, userList } from "../../users/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

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
} as const satisfies Record<string, Operation>;
