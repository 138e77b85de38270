import { tenantConfig, updateTenantConfigInput } from "../../tenant-configs/schema";
import { ownTenant, updateOwnTenantInput } from "../../tenants/schema";
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
} as const satisfies Record<string, Operation>;
