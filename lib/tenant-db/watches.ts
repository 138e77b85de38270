import type { MemberActor, SystemActor } from "../actor";
import { isPermission } from "../permissions";
import { sql } from "./client";
import { bookkeepingPool, tenantDoor } from "./pools";

/** A member watches a saved view. */
export interface Watch {
  tenantId: string;
  membershipId: string;
  viewId: string;
}

/** The watches whose turn it is, in all tenants; each has a turn every few minutes. @throws Error when the database is out of reach */
export async function takeDueWatches(atMost: number): Promise<Watch[]> {
  const { rows } = await bookkeepingPool().query<Watch>(
    `select tenant as "tenantId", membership as "membershipId", view as "viewId" from app.take_due_watches($1)`,
    [atMost],
  );
  return rows;
}

/**
 * Whoever watches a view, as an actor that only reads, with the rights of this moment: the database checks them itself
 * before each statement. Null: a member no more, or the watch is gone.
 */
export async function watchingMember(
  job: SystemActor,
  { membershipId, viewId }: Watch,
): Promise<{ actor: MemberActor; timeZone: string } | null> {
  const [grant] = await tenantDoor().read(job, job.job, (db) =>
    db.rows<{ person: string; permissions: string[]; account_ids: string[] | null; time_zone: string }>(
      sql`select person, permissions, account_ids, time_zone from app.watch_grant(${membershipId}::uuid, ${viewId}::uuid)`,
      "watch_grant",
    ),
  );
  if (!grant) return null;
  const { tenantId, requestId, ipAddress, userAgent } = job;
  return {
    timeZone: grant.time_zone,
    actor: {
      kind: "member",
      ...{ tenantId, requestId, ipAddress, userAgent, membershipId },
      userId: grant.person,
      permissions: new Set(grant.permissions.filter(isPermission)),
      accountIds: grant.account_ids,
      // There is no session: the watch itself stands in its place.
      sessionId: viewId,
      pass: null,
      watchedViewId: viewId,
    },
  };
}
