import type { AuditLog } from "@/lib/audit-logs/schema";

interface TableNames {
  one: string;
  many: string;
  /** What happened, where each row of the table tells of the same. */
  act?: string;
  /** The noun in the names of operations, where it is not the table's. */
  noun?: string;
}

const TABLES: Readonly<Record<string, TableNames>> = {
  accounts: { one: "Account", many: "Accounts" },
  audit_logs: { one: "Old audit entries", many: "Audit log" },
  tenant_visits: { one: "Visit of the platform", many: "Visits of the platform" },
  access_views: { one: "View as somebody", many: "Views as somebody" },
  payment_intents: { one: "Payment intent", many: "Payment intents" },
  refunds: { one: "Refund", many: "Refunds" },
  refund_stops: { one: "Stop of refunds", many: "Stops of refunds" },
  documents: { one: "Document", many: "Documents" },
  tenant_api_keys: { one: "API key", many: "API keys", noun: "api_keys" },
  tenant_api_key_accounts: { one: "Account of an API key", many: "Accounts of API keys" },
  webhook_endpoints: { one: "Webhook endpoint", many: "Webhook endpoints" },
  webhook_secrets: { one: "Signing secret of a webhook", many: "Signing secrets of webhooks" },
  invitations: { one: "Invitation", many: "Invitations" },
  invitation_roles: { one: "Role of an invitation", many: "Roles of invitations" },
  invitation_accounts: { one: "Account of an invitation", many: "Accounts of invitations" },
  memberships: { one: "Member", many: "Members", noun: "members" },
  membership_roles: { one: "Role of a member", many: "Roles of members" },
  membership_accounts: { one: "Account of a member", many: "Accounts of members" },
  roles: { one: "Role", many: "Roles" },
  role_permissions: { one: "Permission of a role", many: "Permissions of roles" },
  tenant_configs: { one: "Setting", many: "Settings", noun: "settings" },
  tenants: { one: "Tenant", many: "Tenants" },
  tenant_exports: { one: "Archive for the platform", many: "Archives for the platform" },
  tenant_deletions: { one: "Deletion of the tenant", many: "Deletions of the tenant" },
  tenant_switches: { one: "Switch-off by the platform", many: "Switch-offs by the platform" },
  imports: { one: "Import", many: "Imports" },
  notices: { one: "Notice", many: "Notices" },
  exports: { one: "Export", many: "Exports" },
  saved_views: { one: "Saved view", many: "Saved views" },
  import_lines: { one: "Line of an import", many: "Lines of imports" },
  users: { one: "User", many: "Users" },
  user_credentials: { one: "Password", many: "Passwords" },
  second_factors: { one: "Second factor", many: "Second factors" },
  password_resets: {
    one: "Link to a new password",
    many: "Links to new passwords",
    act: "Link to a new password sent",
  },
  user_pictures: { one: "Picture of a user", many: "Pictures of users" },
  sessions: { one: "Session", many: "Sessions", act: "Session ended" },
  platform_admins: { one: "Platform admin", many: "Platform admins" },
  templates: { one: "Template", many: "Templates" },
  tenant_notes: { one: "Note on a tenant", many: "Notes on tenants" },
  jobs: { one: "Background job", many: "Background jobs" },
  isolation_proofs: { one: "Proof of isolation", many: "Proofs of isolation" },
  searches: { one: "Search across tenants", many: "Searches across tenants", act: "Searched across tenants" },
};

export const ACTION_LABELS: Readonly<Record<AuditLog["action"], string>> = {
  insert: "Created",
  update: "Changed",
  delete: "Removed",
};

export const ACTOR_KIND_LABELS: Readonly<Record<AuditLog["actor_kind"], string>> = {
  user: "Person",
  api_key: "API key",
  platform_admin: "Platform admin",
  system: "System",
};

// A row that is soft-deleted or cancelled is an update to the database; the operation knows better.
const OPERATION_WORDS: Readonly<Record<string, string>> = {
  accept: "accepted",
  approve: "approved",
  cancel: "canceled",
  deactivate: "deactivated",
  delete: "deleted",
  disable: "paused",
  enable: "switched on",
  expire_approval: "called off, since nobody decided",
  lift: "lifted",
  reactivate: "reactivated",
  reject: "rejected",
  report_leaked: "reported as leaked",
  resend: "sent again",
  restore: "restored",
  retire: "revoked, since nobody used it",
  retry: "run again by the platform",
  retry_failed: "run again by the platform",
  revoke: "revoked",
  rotate: "rotated",
  suspend: "suspended",
};

/** What the platform's admins did to a person, as each tenant of the person reads it of its member; by operation. */
export const PLATFORM_ACTS: Readonly<Record<string, string>> = {
  "users.deactivate": "Shut out of everything by the platform",
  "users.reactivate": "Let in again by the platform",
  "users.reset_second_factor": "Second factor taken away by the platform",
};

/** Title of a table, such as "API keys"; the name itself for a table that has none here. */
export function tableLabel(table: string): string {
  return TABLES[table]?.many ?? table;
}

/** One record of a table, such as "API key". */
export function recordLabel(table: string): string {
  return TABLES[table]?.one ?? table;
}

/** What happened, such as "Account restored". */
export function changeTitle(entry: Pick<AuditLog, "table_name" | "action" | "operation">): string {
  const names = TABLES[entry.table_name];
  if (names?.act) return names.act;
  const byPlatform = entry.table_name === "memberships" && PLATFORM_ACTS[entry.operation ?? ""];
  if (byPlatform) return `Member: ${byPlatform.toLowerCase()}`;
  const [noun, verb = ""] = entry.operation?.split(".") ?? [];
  const isOwn = entry.action === "update" && noun === (names?.noun ?? entry.table_name);
  const word = (isOwn && OPERATION_WORDS[verb]) || ACTION_LABELS[entry.action].toLowerCase();
  return `${recordLabel(entry.table_name)} ${word}`;
}

/** Below a tenant's address: the page of the record that an entry is about; `null` where there is none. */
export function recordPath({ table_name, record_id }: Pick<AuditLog, "table_name" | "record_id">): string | null {
  const [id] = record_id.split("/");
  switch (table_name) {
    case "accounts":
      return `/accounts/${id}`;
    case "payment_intents":
      return `/payment-intents/${id}`;
    case "refunds":
      return `/refunds/${id}`;
    case "documents":
      return `/documents/${id}`;
    case "tenant_api_keys":
    case "tenant_api_key_accounts":
      return `/api-keys/${id}`;
    case "webhook_endpoints":
      return `/webhooks/${id}`;
    case "memberships":
    case "membership_roles":
    case "membership_accounts":
      return `/team/${id}`;
    case "roles":
    case "role_permissions":
      return `/roles/${id}`;
    default:
      return null;
  }
}
