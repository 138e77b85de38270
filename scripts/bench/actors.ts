import { randomUUID } from "node:crypto";
import type { MemberActor, SystemActor } from "@/lib/actor";
import { ALL_PERMISSIONS } from "@/lib/permissions";
import { identity, tenantWrite } from "@/lib/tenant-db";
import { query } from "./database";

/** Background work of a bench tenant. */
export async function systemActor(slug: string): Promise<SystemActor> {
  const tenantId = await identity.findTenantId(slug);
  if (!tenantId) throw new Error(`no tenant ${slug}`);
  return {
    ...origin(),
    kind: "system",
    job: "bench",
    tenantId,
    permissions: new Set(ALL_PERMISSIONS),
    accountIds: null,
  };
}

/** A signed-in owner of a bench tenant: the door checks a real session with each statement. */
export async function memberActor(ownerUrl: string, slug: string): Promise<MemberActor> {
  const system = await systemActor(slug);
  const { tenantId } = system;
  const [person] = await query<{ id: string }>(ownerUrl, "select app.create_user($1, 'Bench', null) as id", [
    `${randomUUID()}@example.com`,
  ]);
  if (!person) throw new Error("no person was made");
  const membershipId = await tenantWrite(system, null, "bench.member", async (db) => {
    const membership = await db.membership.create({ data: { tenantId, userId: person.id }, select: { id: true } });
    const role = await db.role.findFirstOrThrow({ select: { id: true } });
    await db.membershipRole.create({
      data: { tenantId, membershipId: membership.id, roleId: role.id },
      select: { roleId: true },
    });
    return membership.id;
  });
  const sessionId = await identity.openSession(person.id, null, "bench", 36_000);
  const grant = await identity.findSessionGrant(sessionId, slug);
  if (!grant?.passId) throw new Error("no pass was made");
  return {
    ...origin(),
    kind: "member",
    tenantId,
    userId: person.id,
    membershipId,
    sessionId,
    permissions: system.permissions,
    accountIds: null,
    pass: { id: grant.passId, isConfirmed: true },
  };
}

function origin() {
  return { requestId: `bench-${randomUUID()}`, ipAddress: "127.0.0.1", userAgent: "bench" };
}
