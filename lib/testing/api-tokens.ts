import type { MemberActor, PlatformAdminActor } from "@/lib/actor";
import { signSessionToken } from "@/lib/auth/session-token";
import type { Operation } from "@/lib/http/operation";
import { createKey, createMember, createPlatformAdmin, type TestTenant } from "./fixtures";

const samplePeople = new Map<string, Promise<MemberActor>>();

/** The one person of a tenant whose own records samples of requests name. */
export function samplePerson(tenant: TestTenant): Promise<MemberActor> {
  const known = samplePeople.get(tenant.id) ?? createMember(tenant.database, tenant);
  samplePeople.set(tenant.id, known);
  return known;
}

const sampleKeys = new Map<string, ReturnType<typeof createKey>>();

/** The one access key of a tenant whose own records samples of requests name; it may do everything. */
export function sampleKey(tenant: TestTenant): ReturnType<typeof createKey> {
  const known = sampleKeys.get(tenant.id) ?? createKey(tenant);
  sampleKeys.set(tenant.id, known);
  return known;
}

const sampleAdmins = new Map<string, Promise<PlatformAdminActor>>();

/** The one platform admin of a tenant's database whose own records samples of requests name. */
export function sampleAdmin({ database }: TestTenant): Promise<PlatformAdminActor> {
  const known = sampleAdmins.get(database.ownerUrl) ?? createPlatformAdmin(database);
  sampleAdmins.set(database.ownerUrl, known);
  return known;
}

/** The token of somebody who may do everything, of the kind that an operation takes; empty where it takes none. */
export async function fullTokenFor(operation: Operation, tenant: TestTenant): Promise<string> {
  if (operation.isPublic) return "";
  if (operation.isPlatform) return signSessionToken(await sampleAdmin(tenant));
  if (operation.isPersonal) return signSessionToken(await samplePerson(tenant));
  if (operation.isSessionOnly) return signSessionToken(await createMember(tenant.database, tenant));
  return (await sampleKey(tenant)).secret;
}
