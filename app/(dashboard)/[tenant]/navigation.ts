import type { NavItem, NavSection } from "@/components/shell/nav";
import type { Permission } from "@/lib/permissions";

/** What waits on pages, by the name of their count. */
export interface NavCounts {
  approvals: number;
}

interface Entry extends Omit<NavItem, "href" | "count"> {
  /** Below the tenant's address. */
  path: string;
  /** What the page's own query demands; the entry shows to those who have it. */
  permission: Permission;
  count?: keyof NavCounts;
}

interface Section {
  label?: string;
  entries: readonly Entry[];
}

/** Every page that the sidebar leads to, in its order. A new noun adds one line. */
const SECTIONS: readonly Section[] = [
  {
    entries: [
      { label: "Overview", path: "", icon: "overview", permission: "payment_intents:read", exact: true },
      {
        label: "Payment intents",
        path: "/payment-intents",
        icon: "paymentIntents",
        permission: "payment_intents:read",
      },
      { label: "Refunds", path: "/refunds", icon: "refunds", permission: "refunds:read" },
      {
        label: "Approvals",
        path: "/approvals",
        icon: "approvals",
        permission: "refunds:approve",
        count: "approvals",
      },
      { label: "Accounts", path: "/accounts", icon: "accounts", permission: "accounts:read" },
      { label: "Documents", path: "/documents", icon: "documents", permission: "documents:read" },
      { label: "Imports", path: "/imports", icon: "imports", permission: "payment_intents:import" },
      // Open to everybody, and of use to whoever sees what most exports are of.
      { label: "Exports", path: "/exports", icon: "exports", permission: "payment_intents:read" },
    ],
  },
  {
    label: "Control",
    entries: [
      { label: "Team", path: "/team", icon: "team", permission: "members:read" },
      { label: "Roles", path: "/roles", icon: "roles", permission: "roles:read" },
      { label: "Audit log", path: "/audit-logs", icon: "auditLogs", permission: "audit_logs:read" },
      { label: "API keys", path: "/api-keys", icon: "apiKeys", permission: "api_keys:read" },
      { label: "Webhooks", path: "/webhooks", icon: "webhooks", permission: "webhooks:read" },
      { label: "API requests", path: "/requests", icon: "requests", permission: "api_keys:read" },
      { label: "Settings", path: "/settings", icon: "settings", permission: "settings:read" },
    ],
  },
];

/** The sidebar of a tenant for somebody with these permissions. It is comfort: each page checks for itself. */
export function navigationOf(
  tenantSlug: string,
  permissions: ReadonlySet<Permission>,
  counts: NavCounts = { approvals: 0 },
): NavSection[] {
  return SECTIONS.map(({ label, entries }) => ({
    ...(label && { label }),
    items: entries
      .filter(({ permission }) => permissions.has(permission))
      .map(({ path, permission: _permission, count, ...item }) => ({
        ...item,
        ...(count && { count: counts[count] }),
        href: `/${tenantSlug}${path}`,
      })),
  })).filter(({ items }) => items.length > 0);
}
