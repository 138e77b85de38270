import { randomUUID } from "node:crypto";
import type { SystemActor } from "@/lib/actor";
import type { Permission } from "@/lib/permissions";
import { identity } from "@/lib/tenant-db";
import { OperatorError } from "./operator-error";

/**
 * An operators' command at work inside of one tenant.
 * @param job what the audit log shows as the actor
 * @throws OperatorError for an unknown tenant
 */
export async function tenantActor(slug: string, job: string, permissions: readonly Permission[]): Promise<SystemActor> {
  const tenantId = await identity.findTenantId(slug);
  if (!tenantId) throw new OperatorError(`There is no tenant with the slug ${JSON.stringify(slug)}.`);
  return {
    kind: "system",
    job,
    tenantId,
    permissions: new Set(permissions),
    accountIds: null,
    requestId: `${job}-${randomUUID()}`,
    ipAddress: null,
    userAgent: null,
  };
}
