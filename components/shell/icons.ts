import {
  Activity,
  ArrowLeftRight,
  Building2,
  FileText,
  KeyRound,
  LayoutDashboard,
  LayoutTemplate,
  type LucideIcon,
  Mails,
  Receipt,
  ScrollText,
  Settings,
  Stamp,
  Undo2,
  UserCog,
  Users,
  Wallet,
  Webhook,
} from "lucide-react";

/** Icons of the navigation by name, since a component cannot cross from server to browser. */
export const NAV_ICONS = {
  overview: LayoutDashboard,
  accounts: Wallet,
  paymentIntents: Receipt,
  refunds: Undo2,
  approvals: Stamp,
  documents: FileText,
  auditLogs: ScrollText,
  apiKeys: KeyRound,
  requests: ArrowLeftRight,
  webhooks: Webhook,
  team: Users,
  roles: UserCog,
  settings: Settings,
  tenants: Building2,
  users: Users,
  templates: LayoutTemplate,
  mail: Mails,
  system: Activity,
} as const satisfies Record<string, LucideIcon>;

export type NavIcon = keyof typeof NAV_ICONS;
