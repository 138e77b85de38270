export const AUDIT_ACTIONS = ["insert", "update", "delete"] as const;

export const ACTOR_KINDS = ["user", "api_key", "platform_admin", "system"] as const;

/** Tables whose changes tenants look for in their log. */
export const AUDITED_TABLES = [
  "accounts",
  "access_views",
  "tenant_visits",
  "payment_intents",
  "refunds",
  "refund_stops",
  "documents",
  "tenant_api_keys",
  "tenant_api_key_accounts",
  "webhook_endpoints",
  "webhook_secrets",
  "invitations",
  "invitation_roles",
  "invitation_accounts",
  "memberships",
  "membership_roles",
  "membership_accounts",
  "roles",
  "role_permissions",
  "tenant_configs",
  "tenants",
  "tenant_switches",
  "tenant_exports",
  "tenant_deletions",
  "imports",
  "import_lines",
  "import_mappings",
  "notices",
  "saved_views",
  "exports",
] as const;

/** Tables of the platform's own, besides those of tenants. */
export const PLATFORM_AUDITED_TABLES = [
  "users",
  "user_credentials",
  "second_factors",
  "password_resets",
  "user_pictures",
  "sessions",
  "platform_admins",
  "searches",
  "templates",
  "tenant_notes",
  "isolation_proofs",
] as const;
