import {
  createTenantInput,
  inviteOwnerInput,
  listedTenant,
  tenant,
  tenantDetail,
  tenantId,
  tenantList,
  tenantStatusInput,
  updateTenantInput,
} from "../../tenants/schema";
import { tenantUsage } from "../../tenants/usage-schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

const oneTenant = { ...PLATFORM, path: "/api/v1/admin/tenant", reply: tenantDetail } as const;

export const adminTenantOperations = {
  listTenants: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/tenants",
    operationId: "adminListTenants",
    summary: "List all tenants",
    query: tenantList,
    reply: listReply(listedTenant),
  },
  getTenant: {
    ...oneTenant,
    method: "get",
    operationId: "adminGetTenant",
    summary: "One tenant with its owners and template",
    query: tenantId,
    errors: ["not_found"],
  },
  getTenantUsage: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/tenant_usage",
    operationId: "adminGetTenantUsage",
    summary: "How much a tenant uses: requests, payments, rows, storage, keys, people",
    query: tenantId,
    reply: tenantUsage,
    errors: ["not_found"],
  },
  createTenant: {
    ...oneTenant,
    method: "post",
    operationId: "adminCreateTenant",
    summary: "Make a tenant from a template, and invite its first owner",
    body: createTenantInput,
    status: 201,
    errors: ["already_exists"],
  },
  updateTenant: {
    ...oneTenant,
    method: "patch",
    operationId: "adminUpdateTenant",
    summary: "Change the fields that are present; null clears the domain",
    body: updateTenantInput,
    errors: ["not_found"],
  },
  inviteOwner: {
    ...oneTenant,
    method: "post",
    path: "/api/v1/admin/tenant/invite_owner",
    operationId: "adminInviteOwner",
    summary: "Invite the first owner of a tenant that has none",
    body: inviteOwnerInput,
    errors: ["not_found", "conflict"],
  },
  suspendTenant: {
    ...oneTenant,
    method: "post",
    path: "/api/v1/admin/tenant/suspend",
    reply: tenant,
    operationId: "adminSuspendTenant",
    summary: "Shut a tenant's people and keys out from the next request on",
    body: tenantStatusInput,
    errors: ["not_found", "conflict"],
  },
  reactivateTenant: {
    ...oneTenant,
    method: "post",
    path: "/api/v1/admin/tenant/reactivate",
    reply: tenant,
    operationId: "adminReactivateTenant",
    summary: "Let a suspended tenant in again",
    body: tenantStatusInput,
    errors: ["not_found", "conflict"],
  },
} as const satisfies Record<string, Operation>;
