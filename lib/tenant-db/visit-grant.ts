import { ask } from "./ask";
import { bookkeepingPool } from "./pools";

/** The visit that a platform admin's session makes to a tenant just now. */
export interface VisitGrant {
  tenantId: string;
  tenantName: string;
  userId: string;
  visitId: string;
  reason: string;
  /** ISO 8601. */
  endsAt: string;
  /** A second platform admin has agreed, and the tenant is active. */
  isWriting: boolean;
  isWritingAsked: boolean;
}

/** Null where the session visits this tenant no more, or never did. Notes the session's use. */
export async function findVisitGrant(sessionId: string, tenantSlug: string): Promise<VisitGrant | null> {
  const [row] = await ask<Omit<VisitGrant, "endsAt"> & { endsAt: Date }>(
    `select a.tenant_id as "tenantId", a.tenant_name as "tenantName", a.user_id as "userId", a.visit_id as "visitId", a.reason,
       a.ends_at as "endsAt", a.is_writing as "isWriting", a.is_writing_asked as "isWritingAsked"
       from app.touch_session($1) as s (id), app.visit_actor(s.id, $2) a, app.check_second_factor(s.id, a.tenant_id)`,
    [sessionId, tenantSlug],
    true,
  );
  return row ? { ...row, endsAt: row.endsAt.toISOString() } : null;
}

/** Notes the end of visits that nobody ended: time over, session or role gone, no answer. */
export async function closeVisits(): Promise<void> {
  await bookkeepingPool().query("select app.close_visits()");
}
