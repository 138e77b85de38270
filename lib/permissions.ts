/**
 * The one vocabulary of permissions: `<resource>:<verb>`. Role rights, API-key scopes and the guard of every
 * operation use these names; the table `permissions` holds the same list (a test keeps them equal).
 */
export const PERMISSIONS = {
  "accounts:read": "See accounts and the account tree",
  "accounts:write": "Create, edit, move, delete and restore accounts",
  "payment_intents:read": "See payment intents",
  "payment_intents:write": "Create, update, confirm and cancel payment intents",
  "payment_intents:import": "Import payment intents from files",
  "customers:read_personal_data": "See customers' e-mail addresses and phone numbers in full",
  "refunds:read": "See refunds",
  "refunds:create": "Refund payments",
  "refunds:approve": "Approve refunds above the threshold",
  "documents:read": "See and download documents",
  "documents:write": "Upload, attach, delete and restore documents",
  "audit_logs:read": "See the audit log",
  "api_keys:read": "See API keys (never their secrets)",
  "api_keys:write": "Create, rotate and revoke API keys",
  "webhooks:read": "See webhook endpoints and what was sent to them",
  "webhooks:write": "Create, change and delete webhook endpoints, and send again",
  "members:read": "See the team",
  "members:write": "Invite, restrict, deactivate and restore members",
  "roles:read": "See roles and what they may do",
  "roles:write": "Create and change roles, and give them to members",
  "settings:read": "See the tenant's settings",
  "settings:write": "Change the tenant's settings",
  "views:share": "Share saved views with a role or with everybody, and change shared ones",
} as const satisfies Record<string, string>;

export type Permission = keyof typeof PERMISSIONS;

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[];

/** True if `value` is a permission name; narrows the type. */
export function isPermission(value: string): value is Permission {
  return Object.hasOwn(PERMISSIONS, value);
}

const READ_ONLY: Permission[] = [
  "accounts:read",
  "payment_intents:read",
  "refunds:read",
  "documents:read",
  "audit_logs:read",
  "roles:read",
  "members:read",
  "settings:read",
];

/**
 * Built-in roles, seeded into every tenant. “Company Access” and “User Admin” are the documents' names for the two
 * roles that pass every check inside their tenant (R11).
 */
export const BUILT_IN_ROLES = {
  owner: { name: "Company Access", permissions: ALL_PERMISSIONS },
  administrator: { name: "User Admin", permissions: ALL_PERMISSIONS },
  finance: {
    name: "Finance",
    permissions: [
      ...READ_ONLY,
      "accounts:write",
      "payment_intents:write",
      "payment_intents:import",
      "customers:read_personal_data",
      "refunds:approve",
      "documents:write",
      "api_keys:read",
    ],
  },
  refunds: { name: "Dashboard Refund", permissions: [...READ_ONLY, "refunds:create", "customers:read_personal_data"] },
  support: { name: "Support", permissions: [...READ_ONLY, "payment_intents:write", "customers:read_personal_data"] },
  viewer: { name: "Viewer", permissions: READ_ONLY },
} as const satisfies Record<string, { name: string; permissions: readonly Permission[] }>;

export type BuiltInRole = keyof typeof BUILT_IN_ROLES;
