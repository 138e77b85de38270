import type { AuditLog } from "@/lib/audit-logs/schema";
import type { Texts } from "@/lib/messages/texts";
import { changeTitle } from "./labels";
import { changedFields } from "./readable-record";

/** A line of the audit log: what the list shows of an entry, without the values, which can be long. */
export interface AuditRow
  extends Pick<
    AuditLog,
    "id" | "created_at" | "actor_kind" | "actor_label" | "operation" | "record_id" | "request_id" | "ip_address"
  > {
  title: string;
  /** What people call the record; `null` for one that has only its id. */
  recordName: string | null;
  /** Names of the fields that changed; none for a whole record that was made or removed. */
  fields: string[];
}

/** The fields by which people know a record, the best first. */
const NAMING_FIELDS = ["name", "title", "reference", "full_name", "file_name", "url", "email", "query"];

export function auditRow(t: Texts<"client.auditLogs">, entry: AuditLog): AuditRow {
  const { id, created_at, actor_kind, actor_label, operation, record_id, request_id, ip_address } = entry;
  return {
    id,
    created_at,
    actor_kind,
    actor_label,
    operation,
    record_id,
    request_id,
    ip_address,
    title: changeTitle(t, entry),
    recordName: recordName(entry),
    fields: entry.action === "update" ? changedFields(entry.old_values, entry.new_values) : [],
  };
}

/** What people call the record of an entry; `null` for one that has only its id. */
export function recordName({ new_values, old_values }: Pick<AuditLog, "new_values" | "old_values">): string | null {
  const values: Readonly<Record<string, unknown>> = new_values ?? old_values ?? {};
  return (
    NAMING_FIELDS.map((field) => values[field]).find(
      (text): text is string => typeof text === "string" && text !== "",
    ) ?? null
  );
}
