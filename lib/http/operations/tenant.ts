import {
  tenantConfig,
  tenantConfigVersion,
  tenantConfigVersionList,
  updateTenantConfigInput,
} from "../../tenant-configs/schema";
import { ownTenant, updateOwnTenantInput } from "../../tenants/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

const one = { path: "/api/v1/tenant", tag: "Tenant", reply: ownTenant } as const;
const config = { path: "/api/v1/tenant_config", tag: "Tenant", reply: tenantConfig } as const;

export const tenantOperations = {
  get: {
    ...one,
    method: "get",
    operationId: "getTenant",
    summary: "The token's own tenant",
    permission: "settings:read",
  },
  update: {
    ...one,
    method: "patch",
    operationId: "updateTenant",
    summary: "Change the tenant's name or domain; null clears the domain",
    permission: "settings:write",
    body: updateOwnTenantInput,
  },
  getConfig: {
    ...config,
    method: "get",
    operationId: "getTenantConfig",
    summary: "The settings that count, and where each comes from",
    permission: "settings:read",
  },
  updateConfig: {
    ...config,
    method: "patch",
    operationId: "updateTenantConfig",
    summary: "Change the settings that are present; null goes back to the template's",
    description: "Takes the `version` that you have read; if somebody changed the settings since, the answer is 409.",
    permission: "settings:write",
    body: updateTenantConfigInput,
    errors: ["conflict"],
  },
  listConfigVersions: {
    method: "get",
    path: "/api/v1/tenant_config_versions",
    operationId: "listTenantConfigVersions",
    summary: "List the versions of the settings: who changed them, when, and what",
    tag: "Tenant",
    permission: "settings:read",
    query: tenantConfigVersionList,
    reply: listReply(tenantConfigVersion),
  },
} as const satisfies Record<string, Operation>;
