import type { TenantActor } from "../actor";
import type { TimelineEntry } from "../timeline";
import { type ReadClient, sql } from "./client";

const TIMELINE_LIMIT = 200;

/** What happened to a record, newest first, at most 200 steps; personal data is not masked yet. */
export async function readTimeline(
  db: ReadClient,
  actor: TenantActor,
  table: string,
  recordId: string,
): Promise<TimelineEntry[]> {
  return db.rows<TimelineEntry>(
    sql`select l.id, l.created_at, l.action, l.operation, l.actor_kind, l.actor_label, l.request_id, l.old_values, l.new_values
        from audit_logs l where l.tenant_id = ${actor.tenantId}::uuid and l.table_name = ${table}
        and l.record_id = ${recordId} order by l.id desc limit ${TIMELINE_LIMIT}`,
  );
}
