import { signSessionToken } from "@/lib/auth/session-token";
import type { Operation } from "@/lib/http/operation";
import { createKey, createMember, createPlatformAdmin, type TestTenant } from "./fixtures";

/** The token of somebody who may do everything, of the kind that an operation takes; empty where it takes none. */
export async function fullTokenFor(operation: Operation, tenant: TestTenant): Promise<string> {
  if (operation.isPublic) return "";
  if (operation.isPlatform) return signSessionToken(await createPlatformAdmin(tenant.database));
  if (operation.isSessionOnly) return signSessionToken(await createMember(tenant.database, tenant));
  return (await createKey(tenant)).secret;
}
