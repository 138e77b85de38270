import {
  createTenantInput,
  tenant,
  tenantId,
  tenantList,
  tenantStatusInput,
  updateTenantInput,
} from "../../tenants/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

const oneTenant = { ...PLATFORM, path: "/api/v1/admin/tenant", reply: tenant } as const;

export const adminTenantOperations = {
  listTenants: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/tenants",
    operationId: "adminListTenants",
    summary: "List all tenants",
    query: tenantList,
    reply: listReply(tenant),
  },
  getTenant: {
    ...oneTenant,
    method: "get",
    operationId: "adminGetTenant",
    summary: "One tenant",
    query: tenantId,
    errors: ["not_found"],
  },
  createTenant: {
    ...oneTenant,
    method: "post",
    operationId: "adminCreateTenant",
    summary: "Make a tenant from a template",
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
  suspendTenant: {
    ...oneTenant,
    method: "post",
    path: "/api/v1/admin/tenant/suspend",
    operationId: "adminSuspendTenant",
    summary: "Shut a tenant's people and keys out from the next request on",
    body: tenantStatusInput,
    errors: ["not_found", "conflict"],
  },
  reactivateTenant: {
    ...oneTenant,
    method: "post",
    path: "/api/v1/admin/tenant/reactivate",
    operationId: "adminReactivateTenant",
    summary: "Let a suspended tenant in again",
    body: tenantStatusInput,
    errors: ["not_found", "conflict"],
  },
} as const satisfies Record<string, Operation>;
