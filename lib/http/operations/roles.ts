import { z } from "zod";
import { createRoleInput, permission, role, roleId, roleList, updateRoleInput } from "../../roles/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

// By session token only: rights are given by people, who answer for it.
const rights = {
  path: "/api/v1/role",
  tag: "Team",
  isSessionOnly: true,
  permission: "roles:write",
  reply: role,
} as const;

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
  create: {
    ...rights,
    method: "post",
    operationId: "createRole",
    summary: "Make a role of the tenant's own",
    description: "Of permissions that you hold yourself.",
    body: createRoleInput,
    isIdempotent: true,
    status: 201,
    errors: ["already_exists"],
  },
  update: {
    ...rights,
    method: "patch",
    operationId: "updateRole",
    summary: "Change the fields that are present",
    description: "Whoever has the role has the change with the next request. Built-in roles stay as they are.",
    body: updateRoleInput,
    errors: ["already_exists", "conflict"],
  },
  remove: {
    ...rights,
    method: "delete",
    operationId: "deleteRole",
    summary: "Delete a role that nobody has",
    query: roleId,
    errors: ["conflict"],
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
