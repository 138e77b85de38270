import { z } from "zod";
import { permission, role, roleId, roleList } from "../../roles/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

export const roleOperations = {
  list: {
    method: "get",
    path: "/api/v1/roles",
    operationId: "listRoles",
    summary: "List roles",
    tag: "Team",
    permission: "roles:read",
    query: roleList,
    reply: listReply(role),
  },
  get: {
    method: "get",
    path: "/api/v1/role",
    operationId: "getRole",
    summary: "One role",
    tag: "Team",
    permission: "roles:read",
    query: roleId,
    reply: role,
  },
  permissions: {
    method: "get",
    path: "/api/v1/permissions",
    operationId: "listPermissions",
    summary: "All permissions that there are, and which of them the token holds",
    tag: "Team",
    permission: null,
    reply: z.object({ items: z.array(permission) }),
  },
} as const satisfies Record<string, Operation>;
