/** One step in the life of a record, as the audit log recorded it. */
export interface TimelineEntry {
  id: string;
  created_at: string;
  action: "insert" | "update" | "delete";
  operation: string | null;
  actor_kind: "user" | "api_key" | "platform_admin" | "system";
  actor_label: string;
  /** The request that made it. */
  request_id: string | null;
  old_values: Record<string, unknown> | null;
  new_values: Record<string, unknown> | null;
}
