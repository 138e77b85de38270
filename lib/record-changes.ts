import type { AuditValues } from "./audit-values";

/** One entry of the audit log about a record, as far as its states need it. */
export interface LoggedChange {
  id: string;
  action: "insert" | "update" | "delete";
  operation: string | null;
  actor_kind: "user" | "api_key" | "platform_admin" | "system";
  actor_label: string;
  old_values: AuditValues;
  new_values: AuditValues;
}

/** One entry without its values. */
export interface LoggedStep extends Omit<LoggedChange, "old_values" | "new_values"> {
  request_id: string | null;
  /** Of an update. */
  changed_fields: string[];
}

/** What is known of a record around a moment. */
export interface Surroundings {
  /** Its last changes up to the moment, newest first: more than one, since several can fall into one millisecond. */
  before: readonly LoggedChange[];
  /** Its first changes after the moment, oldest first. */
  after: readonly LoggedChange[];
  /** The oldest change that the log has. */
  first: LoggedChange | null;
  /** The newest change that the log has. */
  last: LoggedChange | null;
  /** The row as it is now; null where there is none to see. */
  current: AuditValues;
}
