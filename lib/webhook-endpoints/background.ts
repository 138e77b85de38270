import { randomUUID } from "node:crypto";
import type { SystemActor } from "../actor";
import { ALL_PERMISSIONS } from "../permissions";

/** Background work of one tenant's webhooks; without personal data unless told, for what is masked. */
export function webhookActor(tenantId: string, { seesPersonalData = false } = {}): SystemActor {
  const permissions = ALL_PERMISSIONS.filter((name) => seesPersonalData || name !== "customers:read_personal_data");
  return {
    kind: "system",
    job: "webhooks",
    tenantId,
    permissions: new Set(permissions),
    accountIds: null,
    requestId: `webhooks-${randomUUID()}`,
    ipAddress: null,
    userAgent: null,
  };
}
