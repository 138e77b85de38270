/**
 * The shape that isolation demands of the schema, and every exception from it with its reason. A new table that needs
 * an exception gets it here, where a reviewer sees it.
 */

/** Tables without tenant_id that everybody may read and nobody may change: no row-level security. */
export const REFERENCE_TABLES = ["currencies", "countries", "permissions"];

/** Tables without tenant_id that rows of tenants may refer to by a key of their own. */
export const SHARED_TABLES = ["tenants", "users", "templates", ...REFERENCE_TABLES];

/** Table → why its changes leave no audit rows. */
export const UNAUDITED_TABLES: Readonly<Record<string, string>> = {
  audit_logs: "it is the log",
  metadata_entries: "an index over columns that are audited themselves",
  kept_totals: "sums over rows that are audited themselves",
  payment_events: "only ever added to, by webhooks; what they change is audited itself",
  request_logs: "it is a log itself, and holds no tenant data",
  request_totals: "sums over the request log",
  webhook_messages: "written by triggers from rows that are audited themselves, and gone moments later",
  webhook_deliveries: "the log of what was sent; its writes pass the seal, and resending names who wanted it",
  webhook_attempts: "the log of requests and answers; its writes pass the seal",
  idempotency_keys: "answers of operations whose changes are audited themselves",
  mails: "the log of what was sent, by the database itself; bodies hold links that are secrets",
  tenant_config_versions: "kept by a trigger from rows that are audited themselves",
  list_preferences: "how a person looks at lists: nothing of any tenant; its writes pass the seal",
  notice_choices: "how a person wants to hear of notices: nothing of any tenant; its writes pass the seal",
  notice_marks: "that a person has read a notice changes nothing for anybody",
  saved_view_defaults: "a person's own habit, over views that are audited themselves",
  saved_view_watches: "a person's own habit, over views that are audited themselves",
  sessions: "every request touches it; an end by somebody leaves a row, by a trigger of its own",
};

/** Indexed by tenant and time in another way than (tenant_id, created_at). */
export const TIME_IN_KEY: Readonly<Record<string, string>> = {
  audit_logs: "the key (tenant_id, id) is a time, and partitions are made by it",
};

/** Unique indexes and foreign keys that do not begin with tenant_id. */
export const UNLED_KEYS: Readonly<Record<string, string>> = {};

/** For what belongs to an account with everything below it. */
const WHOLE_BRANCH = "(account_id = ANY (SELECT app.whole_branch_ids()))";
const CHOSEN_ACCOUNT =
  "((account_id = ANY (SELECT app.account_ids())) AND ((NOT includes_below) OR (account_id = ANY (SELECT app.whole_branch_ids()))))";

/** Table → condition of its account restriction, where it is not `account_id` among the actor's accounts. */
export const ACCOUNT_CONDITIONS: Readonly<Record<string, string>> = {
  accounts:
    "((id = ANY (SELECT app.account_ids())) OR ((parent_id = ANY (SELECT app.account_ids())) AND app.may_open_below(tenant_id, parent_id)))",
  notices: "((account_id = ANY (SELECT app.account_ids())) OR (recipient_id = (SELECT app.user_id())))",
  membership_accounts: CHOSEN_ACCOUNT,
  tenant_api_key_accounts: CHOSEN_ACCOUNT,
  invitation_accounts: CHOSEN_ACCOUNT,
  webhook_endpoints: WHOLE_BRANCH,
  webhook_secrets: WHOLE_BRANCH,
  webhook_deliveries: WHOLE_BRANCH,
  webhook_attempts: WHOLE_BRANCH,
  invitations: "(restricted_to_accounts AND app.invitation_in_scope(tenant_id, id))",
  imports:
    "((requested_by = (SELECT app.user_id())) OR (requested_by_key IN (SELECT k.id FROM tenant_api_keys k WHERE (k.tenant_id = (SELECT app.tenant_id())))))",
  import_mappings:
    "((created_by = (SELECT app.user_id())) OR (created_by_key IN (SELECT k.id FROM tenant_api_keys k WHERE (k.tenant_id = (SELECT app.tenant_id())))))",
  exports: "((requested_by = (SELECT app.user_id())) OR (reach <@ (SELECT app.account_ids())))",
  request_logs:
    "((user_id = (SELECT app.user_id())) OR (api_key_id IN (SELECT k.id FROM tenant_api_keys k WHERE (k.tenant_id = (SELECT app.tenant_id())))))",
  tenant_api_keys: "(restricted_to_accounts AND app.api_key_in_scope(tenant_id, id))",
};

export interface PolicyRule {
  role: "tenant_user" | "platform_admin" | "bulkhead_definer" | "bulkhead_definer,job_worker";
  command: "all" | "select" | "insert" | "update" | "delete";
  using: string | null;
  check: string | null;
}

const OWN_TENANT = "(tenant_id = app.tenant_id())";

/** The four policies of every table with tenant_id (design rule D2). */
export const TENANT_POLICIES: Readonly<Record<string, PolicyRule>> = {
  tenant_select: { role: "tenant_user", command: "select", using: OWN_TENANT, check: null },
  tenant_insert: { role: "tenant_user", command: "insert", using: null, check: OWN_TENANT },
  tenant_update: { role: "tenant_user", command: "update", using: OWN_TENANT, check: OWN_TENANT },
  tenant_delete: { role: "tenant_user", command: "delete", using: OWN_TENANT, check: null },
};

/** Where bulkhead_definer or platform_admin have grants, they have exactly this policy, and nowhere else. */
export const DEFINER_POLICY: PolicyRule = { role: "bulkhead_definer", command: "all", using: "true", check: "true" };
const ADMIN = "(app.platform_user_id() IS NOT NULL)";
export const PLATFORM_POLICY: PolicyRule = { role: "platform_admin", command: "all", using: ADMIN, check: ADMIN };

/** Tables that checked platform admins reach; a policy for them on any other table is a finding. */
export const PLATFORM_TABLES = [
  ...["tenants", "users", "platform_admins", "sessions", "templates"],
  ...["memberships", "roles", "role_permissions", "membership_roles", "tenant_configs", "tenant_api_keys"],
  ...["accounts", "payment_intents", "refunds", "documents", "audit_logs", "mails"],
  "isolation_proofs",
  ...["tenant_switches", "tenant_exports", "tenant_deletions"],
  "tenant_visits",
  ...["tenant_notes", "request_totals", "kept_totals"],
];

/** The queue's own tables, which its library makes: open to the role that runs jobs and to what adds them, to nobody else. */
export const QUEUE_TABLES = ["job_queues", "jobs", "known_crontabs", "tasks"].map(
  (name) => `graphile_worker._private_${name}`,
);
export const QUEUE_POLICY: PolicyRule = {
  role: "bulkhead_definer,job_worker",
  command: "all",
  using: "true",
  check: "true",
};

const A_YEAR_OLD = "(id < app.uuid_v7_floor((now() - '1 year'::interval)))";

/** Policies of single tables, by `table.policy`. */
export const SINGLE_POLICIES: Readonly<Record<string, PolicyRule>> = {
  "tenants.own_tenant": { role: "tenant_user", command: "select", using: "(id = app.tenant_id())", check: null },
  "tenants.own_tenant_change": {
    role: "tenant_user",
    command: "update",
    using: "(id = app.tenant_id())",
    check: "(id = app.tenant_id())",
  },
  "users.own_profile_read": { role: "tenant_user", command: "select", using: "(id = app.user_id())", check: null },
  "users.own_profile_change": {
    role: "tenant_user",
    command: "update",
    using: "(id = app.user_id())",
    check: "(id = app.user_id())",
  },
  "sessions.own_sessions_read": {
    role: "tenant_user",
    command: "select",
    using: "(user_id = app.user_id())",
    check: null,
  },
  "sessions.own_sessions_end": {
    role: "tenant_user",
    command: "update",
    using: "(user_id = app.user_id())",
    check: "(user_id = app.user_id())",
  },
  "user_pictures.own_picture": {
    role: "tenant_user",
    command: "all",
    using: "(user_id = app.user_id())",
    check: "(user_id = app.user_id())",
  },
  "notice_choices.own_notice_choices": {
    role: "tenant_user",
    command: "all",
    using: "(user_id = app.user_id())",
    check: "(user_id = app.user_id())",
  },
  "list_preferences.own_list_preferences": {
    role: "tenant_user",
    command: "all",
    using: "(user_id = app.user_id())",
    check: "(user_id = app.user_id())",
  },
  "audit_logs.audit_write": { role: "bulkhead_definer", command: "insert", using: null, check: "true" },
  "audit_logs.audit_expiry_find": { role: "bulkhead_definer", command: "select", using: A_YEAR_OLD, check: null },
  "audit_logs.audit_expiry": { role: "bulkhead_definer", command: "delete", using: A_YEAR_OLD, check: null },
  "tenant_api_keys.platform_access": { role: "platform_admin", command: "select", using: ADMIN, check: null },
};

/** The most that the two application roles may be granted on a table; other tables: anything but what the rules forbid. */
export const GRANT_LIMITS: Readonly<Record<string, readonly string[]>> = {
  audit_logs: ["SELECT"],
  metadata_entries: ["SELECT"],
  kept_totals: ["SELECT"],
  tenant_config_versions: ["SELECT"],
  user_credentials: [],
  payment_events: ["SELECT", "INSERT"],
  idempotency_keys: [],
  request_logs: ["SELECT"],
  request_totals: ["SELECT"],
  mails: ["SELECT"],
  isolation_proofs: ["SELECT"],
  tenant_switches: ["SELECT", "INSERT", "DELETE"],
  tenant_exports: ["SELECT", "INSERT", "UPDATE"],
  exports: ["SELECT", "INSERT", "UPDATE"],
  tenant_deletions: ["SELECT", "INSERT", "UPDATE"],
  tenant_visits: ["SELECT", "INSERT", "UPDATE"],
  webhook_messages: ["SELECT", "DELETE"],
  webhook_attempts: ["SELECT", "INSERT"],
  ...Object.fromEntries(REFERENCE_TABLES.map((table) => [table, ["SELECT"]])),
};

/** Columns that neither application role may read. */
export const UNREADABLE_COLUMNS = [
  ...["tenant_api_keys.key_hash", "user_credentials.password_hash", "invitations.token_hash"],
  ...["mails.body_text", "mails.body_html"],
];

/** Columns whose names sound like secrets and are none. */
export const NOT_SECRET = ["documents.content_hash", "user_pictures.content_hash"];

/** SECURITY DEFINER functions that the application roles may call: the doors, each reviewed by hand. */
export const CALLABLE_DEFINERS: Readonly<Record<string, readonly string[]>> = {
  tenant_user: [
    ...[
      "enter_read",
      "enter",
      "find_credentials",
      "find_google_user",
      "open_session",
      "close_session",
      "session_person",
    ],
    ...[
      "session_actor",
      "api_key_actor",
      "find_tenant",
      "member_names",
      "api_key_in_scope",
      "may_open_below",
      "whole_branch_ids",
      "view_actor",
      "visit_actor",
      "close_visits",
      "reaches",
      "search_payment_intents",
      "upkeep",
      "add_job",
    ],
    ...["member_profiles", "tenant_settings", "report_leaked_key", "wants_mail"],
    ...[
      "await_rights_turn",
      "may_give_role",
      "may_change_member",
      "invitation_in_scope",
      "find_invitation",
      "accept_invitation",
    ],
    ...["accept_invitation_as_new", "member_exists"],
    ...["receive_webhook", "webhook_event", "take_webhook", "purge_webhooks", "sweep_payments"],
    // An outside system in miniature: as open to us as a provider is by its network.
    ...["sandbox_payment", "sandbox_refund", "sandbox_create_payment", "sandbox_confirm_payment"],
    ...["sandbox_cancel_payment", "sandbox_refund_payment", "sandbox_settle", "sandbox_event"],
    ...[
      "enter_person",
      "limit_idle",
      "touch_session",
      "time_format_of",
      "keyboard_shortcuts_of",
      "locale_of",
      "reading_locale",
      "invitation_locale",
      "new_device_of",
      "own_sign_in",
      "picture_of",
      "purge_sessions",
    ],
    ...["claim_idempotency_key", "keep_idempotent_answer", "purge_idempotency_keys"],
    "keep_webhooks",
    ...["import_rights", "undo_import_lines", "forget_import_accounts", "keep_imports"],
    ...["judge_refund", "retire_unused_keys", "expire_audit_logs"],
    ...["begin_tenant_erasure", "erase_tenant", "expire_erased_logs", "expired_tenant_exports", "unnamed_archives"],
    ...["export_grant", "enter_export", "overdue_exports"],
    ...["take_due_watches", "watch_grant", "enter_watch"],
    ...["queue_mail", "mail_to_send", "note_mail", "purge_mails"],
    ...["take_guesses", "take_sign_in_guesses", "return_guesses", "purge_guesses"],
    ...["begin_challenge", "find_challenge", "pass_challenge", "tell_of_new_device", "check_second_factor"],
    ...["session_has_second_factor", "own_security", "begin_second_factor", "replace_recovery_codes"],
    ...["confirm_second_factor", "use_own_code", "remove_second_factor", "set_own_password"],
    ...[
      "ask_password_reset",
      "password_reset_recipient",
      "send_password_reset",
      "find_password_reset",
      "reset_password",
    ],
    "has_platform_admins",
    ...["count_requests", "purge_rate_limits", "write_request_logs", "purge_request_logs"],
  ],
  platform_admin: [
    ...["queued_jobs", "job_load", "job_clock", "retry_job", "retry_failed_jobs", "remove_job"],
    ...["traffic_counts", "applied_migrations", "request_isolation_proof"],
    "queue_mail",
    "mail_body",
    "enter_platform",
    "create_user",
    "create_tenant",
    "add_job",
    "invite_owner",
    "invitation_locale",
    "queue_tenant_mail",
    "owner_invitation",
    "tenant_volume",
    ...["second_factor_since", "people_with_second_factor", "reset_second_factor", "offer_password_reset"],
    ...["search_people", "search_accounts", "note_search"],
  ],
};

/** SECURITY DEFINER functions that belong to the owner of the schema, since they make tables. */
export const OWNER_DEFINERS = ["ensure_audit_partitions"];

/** Triggers that end passes, on the tables that rights follow from. */
const PASS_TRIGGERS = ["drop_passes_update", "drop_passes_delete", "drop_passes_truncate"];
const PASS_TRIGGER_OF_INSERTS = "drop_passes_insert";

/** Triggers that keep totals in step with rows. */
const TOTALS_TRIGGERS = ["totals_insert", "totals_update", "totals_delete"];

function dropsPasses(tables: readonly string[], withInserts: boolean): Record<string, string[]> {
  const names = withInserts ? [...PASS_TRIGGERS, PASS_TRIGGER_OF_INSERTS] : PASS_TRIGGERS;
  return Object.fromEntries(tables.map((table) => [table, names]));
}

/** Nobody changes rights beyond their own, and all take turns at it. */
const RIGHTS_TRIGGERS = ["guard_turn", "guard_rights"];

/** Tell webhook endpoints what happened. */
const WEBHOOK_TRIGGERS = ["webhook_insert", "webhook_update"];

/** Triggers that hold invariants, by table; audit, stamps and metadata triggers follow from the columns. */
export const REQUIRED_TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  ...dropsPasses(["users", "sessions"], false),
  ...dropsPasses(["tenant_switches"], true),
  tenants: [...PASS_TRIGGERS, "resume_sending", "tenant_status_changes"],
  tenant_exports: ["tenant_export_changes"],
  exports: ["export_changes"],
  tenant_deletions: ["tenant_deletion_changes"],
  audit_logs: ["skip_erasure"],
  users: [...PASS_TRIGGERS, "shut_out"],
  tenant_api_key_accounts: [...PASS_TRIGGERS, PASS_TRIGGER_OF_INSERTS, "guard_branch"],
  memberships: [...PASS_TRIGGERS, ...RIGHTS_TRIGGERS, "keep_an_owner"],
  membership_roles: [...PASS_TRIGGERS, PASS_TRIGGER_OF_INSERTS, ...RIGHTS_TRIGGERS, "keep_an_owner"],
  membership_accounts: [...PASS_TRIGGERS, PASS_TRIGGER_OF_INSERTS, ...RIGHTS_TRIGGERS, "guard_branch"],
  roles: [...PASS_TRIGGERS, ...RIGHTS_TRIGGERS],
  role_permissions: [...PASS_TRIGGERS, PASS_TRIGGER_OF_INSERTS, ...RIGHTS_TRIGGERS],
  invitations: RIGHTS_TRIGGERS,
  invitation_roles: RIGHTS_TRIGGERS,
  invitation_accounts: [...RIGHTS_TRIGGERS, "guard_branch"],
  permissions: ["drop_passes"],
  tenant_api_keys: [...PASS_TRIGGERS, ...WEBHOOK_TRIGGERS, "guard_rights"],
  accounts: ["account_path", "account_move_branch", ...PASS_TRIGGERS, PASS_TRIGGER_OF_INSERTS, ...WEBHOOK_TRIGGERS],
  payment_intents: [
    "status_changes",
    "payment_switch_insert",
    "payment_switch_update",
    ...TOTALS_TRIGGERS,
    ...WEBHOOK_TRIGGERS,
  ],
  refunds: [
    ...["refund_total", "refund_status_changes", "refund_settles_payment", "succeeded_at"],
    ...["platform_switch_insert", "platform_switch_update", "refund_verdict", "refund_decision"],
    ...TOTALS_TRIGGERS,
    ...WEBHOOK_TRIGGERS,
  ],
  refund_stops: ["refund_stop_changes"],
  tenant_visits: ["guard_platform", "guard_tenant", "announce"],
  request_logs: ["totals_insert"],
  tenant_notes: ["guard_note"],
  templates: ["keep_version"],
  tenant_configs: [
    ...PASS_TRIGGERS,
    ...["keep_version_insert", "keep_version_update", "template_offered_insert", "template_offered_update"],
  ],
  webhook_endpoints: ["guard_branch"],
  sessions: [...PASS_TRIGGERS, "drop_passes_factor", "slide", "end_once", "audit_end"],
  webhook_messages: ["require_seal"],
  webhook_deliveries: ["require_seal"],
  webhook_attempts: ["require_seal"],
  list_preferences: ["require_seal"],
  saved_view_defaults: ["require_seal"],
  saved_view_watches: ["require_seal"],
  notice_marks: ["require_seal"],
  notice_choices: ["require_seal"],
  "app.second_factors": ["stamp_row", "audit_insert", "audit_update", "audit_delete"],
  "app.passes": ["check_factor"],
};
