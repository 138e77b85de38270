import { setTenantSwitchInput, tenantSwitches } from "../../tenant-switches/schema";
import { tenantId } from "../../tenants/schema";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

export const adminTenantSwitchOperations = {
  list: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/tenant_switches",
    operationId: "adminListTenantSwitches",
    summary: "What is switched on and off for a tenant",
    query: tenantId,
    reply: tenantSwitches,
    errors: ["not_found"],
  },
  set: {
    ...PLATFORM,
    method: "post",
    path: "/api/v1/admin/tenant/switch",
    operationId: "adminSetTenantSwitch",
    summary: "Switch something of a tenant off, or on again",
    description:
      "In force on the next request: the database refuses it with `switched_off` and the reason. Payments and refunds that " +
      "are under way settle.",
    body: setTenantSwitchInput,
    reply: tenantSwitches,
    errors: ["not_found", "conflict"],
  },
} as const satisfies Record<string, Operation>;
