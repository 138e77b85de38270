import type { IconName } from "@/components/ui/icon-names";

/** Icons of the navigation. */
export const NAV_ICONS = {
  overview: "layout-dashboard",
  accounts: "wallet",
  paymentIntents: "receipt",
  refunds: "undo-2",
  approvals: "stamp",
  documents: "file-text",
  imports: "file-input",
  exports: "download",
  auditLogs: "scroll-text",
  apiKeys: "key-round",
  requests: "arrow-left-right",
  webhooks: "webhook",
  team: "users",
  roles: "user-cog",
  settings: "settings",
  tenants: "building",
  users: "users",
  templates: "layout-template",
  search: "search",
  filter: "funnel",
  visits: "door-open",
  mail: "mails",
  system: "activity",
} as const satisfies Record<string, IconName>;

export type NavIcon = keyof typeof NAV_ICONS;
