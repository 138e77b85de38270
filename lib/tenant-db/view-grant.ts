import { isPermission } from "../permissions";
import { ask } from "./ask";
import type { SessionGrant } from "./identity";

/** What a living session may see through a view of its own. */
export interface ViewGrant extends Omit<SessionGrant, "passId"> {
  label: string;
  /** ISO 8601. */
  endsAt: string;
}

/** Null where the view has ended, or is another session's or tenant's. */
export async function findViewGrant(sessionId: string, viewId: string, tenantSlug: string): Promise<ViewGrant | null> {
  const [row] = await ask<Omit<ViewGrant, "permissions" | "endsAt"> & { permissions: string[]; endsAt: Date }>(
    `select a.tenant_id as "tenantId", a.tenant_name as "tenantName", a.tenant_status as "tenantStatus",
       a.user_id as "userId", a.membership_id as "membershipId", a.permissions, a.account_ids as "accountIds", a.label,
       a.ends_at as "endsAt"
       from app.touch_session($1) as s (id), app.view_actor(s.id, $2, $3) a, app.check_second_factor(s.id, a.tenant_id)`,
    [sessionId, viewId, tenantSlug],
    true,
  );
  if (!row) return null;
  return { ...row, permissions: new Set(row.permissions.filter(isPermission)), endsAt: row.endsAt.toISOString() };
}
