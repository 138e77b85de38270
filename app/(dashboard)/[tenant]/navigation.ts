import type { NavItem, NavSection } from "@/components/shell/nav";
import type { Messages } from "@/lib/messages/catalogue";
import type { Permission } from "@/lib/permissions";

/** What waits on pages, by the name of their count. */
export interface NavCounts {
  approvals: number;
}

type PlaceName = keyof Messages["server"]["tenant"]["nav"];

interface Entry extends Omit<NavItem, "label" | "href" | "count"> {
  name: PlaceName;
  /** Below the tenant's address. */
  path: string;
  /** What the page's own query demands; the entry shows to those who have it. */
  permission: Permission;
  count?: keyof NavCounts;
}

interface Section {
  name?: PlaceName;
  entries: readonly Entry[];
}

/** Every page that the sidebar leads to, in its order. A new noun adds one line. */
const SECTIONS: readonly Section[] = [
  {
    entries: [
      { name: "overview", path: "", icon: "overview", permission: "payment_intents:read", exact: true },
      {
        name: "payments",
        path: "/payment-intents",
        icon: "paymentIntents",
        permission: "payment_intents:read",
      },
      { name: "refunds", path: "/refunds", icon: "refunds", permission: "refunds:read" },
      {
        name: "approvals",
        path: "/approvals",
        icon: "approvals",
        permission: "refunds:approve",
        count: "approvals",
      },
      { name: "accounts", path: "/accounts", icon: "accounts", permission: "accounts:read" },
      { name: "documents", path: "/documents", icon: "documents", permission: "documents:read" },
      { name: "imports", path: "/imports", icon: "imports", permission: "payment_intents:import" },
      // Open to everybody, and of use to whoever sees what most exports are of.
      { name: "exports", path: "/exports", icon: "exports", permission: "payment_intents:read" },
    ],
  },
  {
    name: "control",
    entries: [
      { name: "team", path: "/team", icon: "team", permission: "members:read" },
      { name: "roles", path: "/roles", icon: "roles", permission: "roles:read" },
      { name: "auditLogs", path: "/audit-logs", icon: "auditLogs", permission: "audit_logs:read" },
      { name: "apiKeys", path: "/api-keys", icon: "apiKeys", permission: "api_keys:read" },
      { name: "webhooks", path: "/webhooks", icon: "webhooks", permission: "webhooks:read" },
      { name: "requests", path: "/requests", icon: "requests", permission: "api_keys:read" },
      { name: "settings", path: "/settings", icon: "settings", permission: "settings:read" },
    ],
  },
];

/** The sidebar of a tenant for somebody with these permissions. It is comfort: each page checks for itself. */
export function navigationOf(
  labelOf: (name: PlaceName) => string,
  tenantSlug: string,
  permissions: ReadonlySet<Permission>,
  counts: NavCounts = { approvals: 0 },
): NavSection[] {
  return SECTIONS.map(({ name, entries }) => ({
    ...(name && { label: labelOf(name) }),
    items: entries
      .filter(({ permission }) => permissions.has(permission))
      .map(({ name, path, permission: _permission, count, ...item }) => ({
        ...item,
        label: labelOf(name),
        ...(count && { count: counts[count] }),
        href: `/${tenantSlug}${path}`,
      })),
  })).filter(({ items }) => items.length > 0);
}
