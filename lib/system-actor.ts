import { randomUUID } from "node:crypto";
import type { SystemActor } from "./actor";
import { ALL_PERMISSIONS } from "./permissions";

/**
 * Background work inside one tenant, with all its permissions and accounts.
 * @param job what the audit log shows as the actor, such as `refunds.submit`
 */
export function systemActor(tenantId: string, job: string): SystemActor {
  return {
    kind: "system",
    job,
    tenantId,
    permissions: new Set(ALL_PERMISSIONS),
    accountIds: null,
    requestId: `${job}-${randomUUID()}`,
    ipAddress: null,
    userAgent: null,
  };
}
