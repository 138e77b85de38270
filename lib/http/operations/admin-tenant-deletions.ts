import {
  decideTenantDeletionInput,
  requestTenantDeletionInput,
  tenantDeletion,
  tenantDeletionId,
  tenantDeletionList,
} from "../../tenant-deletions/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

const oneDeletion = { ...PLATFORM, path: "/api/v1/admin/tenant_deletion", reply: tenantDeletion } as const;

export const adminTenantDeletionOperations = {
  list: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/tenant_deletions",
    operationId: "adminListTenantDeletions",
    summary: "List the deletions of tenants",
    query: tenantDeletionList,
    reply: listReply(tenantDeletion),
  },
  get: {
    ...oneDeletion,
    method: "get",
    operationId: "adminGetTenantDeletion",
    summary: "One deletion",
    query: tenantDeletionId,
    errors: ["not_found"],
  },
  request: {
    ...oneDeletion,
    method: "post",
    operationId: "adminRequestTenantDeletion",
    summary: "Ask for a tenant to be deleted",
    description:
      "The first of two people. The tenant must be suspended, and an archive of it made since then and downloaded. Once " +
      "another platform admin agrees, it waits some days, and then a job deletes all rows and files of the tenant.",
    body: requestTenantDeletionInput,
    status: 201,
    errors: ["not_found", "conflict"],
  },
  agree: {
    ...oneDeletion,
    method: "post",
    path: "/api/v1/admin/tenant_deletion/agree",
    operationId: "adminAgreeTenantDeletion",
    summary: "Agree to a deletion that somebody else asked for",
    body: decideTenantDeletionInput,
    errors: ["not_found", "conflict"],
  },
  callOff: {
    ...oneDeletion,
    method: "post",
    path: "/api/v1/admin/tenant_deletion/call_off",
    operationId: "adminCallOffTenantDeletion",
    summary: "Call a deletion off before it begins",
    body: decideTenantDeletionInput,
    errors: ["not_found", "conflict"],
  },
} as const satisfies Record<string, Operation>;
