import type { CommandAnswer, CommandEntry } from "@/components/command/entry";
import type { NavIcon } from "@/components/shell/icons";
import type { MemberActor } from "@/lib/actor";
import { TENANT_LISTS } from "@/lib/http/lists";
import { listSavedViews } from "@/lib/http/saved-views";
import { parseListParams } from "@/lib/list-query";
import type { Permission } from "@/lib/permissions";
import { savedViewList } from "@/lib/saved-views/schema";
import { viewQueryString } from "../_views/view-address";

interface Offer {
  group: "Actions" | "Pages";
  label: string;
  /** Below the tenant's address. */
  path: string;
  icon: NavIcon;
  permission: Permission;
  keywords?: readonly string[];
  /** Changes something: not for who only looks. */
  isChange?: true;
  /** For who sees all accounts only. */
  isWhole?: true;
}

const NEW = { group: "Actions", isChange: true } as const;
const PAGE = { group: "Pages" } as const;

/** What can be done, and the pages below those of the sidebar. Each page checks for itself: this is comfort. */
const OFFERS: readonly Offer[] = [
  {
    ...NEW,
    label: "New payment intent",
    path: "/payment-intents/new",
    icon: "paymentIntents",
    permission: "payment_intents:write",
    keywords: ["create", "charge", "collect"],
  },
  {
    ...NEW,
    label: "New account",
    path: "/accounts/new",
    icon: "accounts",
    permission: "accounts:write",
    keywords: ["create", "hotel", "property"],
  },
  {
    ...NEW,
    label: "Invite somebody",
    path: "/team/invite",
    icon: "team",
    permission: "members:write",
    keywords: ["member", "colleague", "user", "add"],
  },
  {
    ...NEW,
    label: "New role",
    path: "/roles/new",
    icon: "roles",
    permission: "roles:write",
    keywords: ["create", "permissions"],
    isWhole: true,
  },
  {
    ...NEW,
    label: "New API key",
    path: "/api-keys/new",
    icon: "apiKeys",
    permission: "api_keys:write",
    keywords: ["create", "access key", "token", "secret"],
  },
  {
    ...NEW,
    label: "New webhook endpoint",
    path: "/webhooks/new",
    icon: "webhooks",
    permission: "webhooks:write",
    keywords: ["create"],
  },
  {
    ...NEW,
    label: "Import from a file",
    path: "/imports/new",
    icon: "imports",
    permission: "payment_intents:import",
    keywords: ["csv", "upload", "spreadsheet"],
  },
  {
    ...PAGE,
    label: "View as a colleague",
    path: "/team",
    icon: "team",
    permission: "members:write",
    keywords: ["preview", "impersonate", "rights"],
  },
  { ...PAGE, label: "Account tree", path: "/accounts/tree", icon: "accounts", permission: "accounts:read" },
  { ...PAGE, label: "Invitations", path: "/team/invitations", icon: "team", permission: "members:read" },
  {
    ...PAGE,
    label: "Webhook deliveries",
    path: "/webhooks/deliveries",
    icon: "webhooks",
    permission: "webhooks:read",
  },
  {
    ...PAGE,
    label: "Deleted accounts",
    path: "/accounts?deleted=true",
    icon: "accounts",
    permission: "accounts:read",
    keywords: ["restore", "trash"],
  },
  {
    ...PAGE,
    label: "Deleted documents",
    path: "/documents?deleted=true",
    icon: "documents",
    permission: "documents:read",
    keywords: ["restore", "trash"],
  },
  ...[
    { label: "Settings: Payments", path: "/settings/payments", keywords: ["refund limits", "currencies", "approval"] },
    { label: "Settings: Security", path: "/settings/security", keywords: ["second factor", "sessions", "password"] },
    { label: "Settings: Data", path: "/settings/data", keywords: ["retention", "privacy", "mask"] },
    { label: "Settings: History", path: "/settings/history", keywords: ["versions", "restore"] },
  ].map((tab): Offer => ({ ...PAGE, icon: "settings", permission: "settings:read", ...tab })),
];

/** What this member can do now, whatever is typed, and the views of lists to choose from. */
export async function offeredEntries(
  actor: MemberActor,
  _input: object,
  _person: object,
  tenant: { slug: string },
): Promise<CommandAnswer> {
  return { entries: [...offersOf(actor, tenant.slug), ...(await viewEntries(actor, tenant.slug))] };
}

/** What this member can do now. Who only looks, through a view or on a visit, changes nothing. */
export function offersOf(
  actor: Pick<MemberActor, "permissions" | "accountIds" | "view" | "visit">,
  tenantSlug: string,
): CommandEntry[] {
  const mayChange = !actor.view && (!actor.visit || actor.visit.isWriting);
  return OFFERS.filter(
    ({ permission, isChange, isWhole }) =>
      actor.permissions.has(permission) && (!isChange || mayChange) && (!isWhole || actor.accountIds === null),
  ).map(
    ({ group, label, path, icon, keywords = [] }): CommandEntry => ({
      ...{ id: `offer ${path}`, group, label, href: `/${tenantSlug}${path}`, icon, keywords },
    }),
  );
}

async function viewEntries(actor: MemberActor, tenantSlug: string): Promise<CommandEntry[]> {
  const { query } = parseListParams(savedViewList, {}, { mode: "strict" });
  const { items } = await listSavedViews(actor, query);
  return items.flatMap((view): CommandEntry[] => {
    const list = TENANT_LISTS.get(view.list);
    if (!list) return [];
    const href = `/${tenantSlug}${list.path}?${viewQueryString(view)}`;
    return [{ id: `view ${view.id}`, group: "Saved views", label: view.name, hint: list.label, href, icon: "filter" }];
  });
}
