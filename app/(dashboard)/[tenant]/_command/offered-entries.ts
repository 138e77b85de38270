import type { CommandAnswer, CommandEntry } from "@/components/command/entry";
import type { NavIcon } from "@/components/shell/icons";
import type { MemberActor } from "@/lib/actor";
import { TENANT_LISTS } from "@/lib/http/lists";
import { listSavedViews } from "@/lib/http/saved-views";
import { parseListParams } from "@/lib/list-query";
import type { Messages } from "@/lib/messages/catalogue";
import type { Permission } from "@/lib/permissions";
import { savedViewList } from "@/lib/saved-views/schema";
import { viewQueryString } from "../_views/view-address";
import type { CommandTexts } from "./command-texts";

type Words = Messages["server"]["command"];

interface Offer {
  group: "actions" | "pages";
  name: keyof Words["offers"];
  /** Below the tenant's address. */
  path: string;
  icon: NavIcon;
  permission: Permission;
  /** Other words that people may look for it by. */
  keywords?: keyof Words["keywords"];
  /** Changes something: not for who only looks. */
  isChange?: true;
  /** For who sees all accounts only. */
  isWhole?: true;
}

const NEW = { group: "actions", isChange: true } as const;
const PAGE = { group: "pages" } as const;

/** What can be done, and the pages below those of the sidebar. Each page checks for itself: this is comfort. */
const OFFERS: readonly Offer[] = [
  {
    ...NEW,
    name: "newPayment",
    path: "/payment-intents/new",
    icon: "paymentIntents",
    permission: "payment_intents:write",
    keywords: "newPayment",
  },
  {
    ...NEW,
    name: "newAccount",
    path: "/accounts/new",
    icon: "accounts",
    permission: "accounts:write",
    keywords: "newAccount",
  },
  {
    ...NEW,
    name: "invite",
    path: "/team/invite",
    icon: "team",
    permission: "members:write",
    keywords: "invite",
  },
  {
    ...NEW,
    name: "newRole",
    path: "/roles/new",
    icon: "roles",
    permission: "roles:write",
    keywords: "newRole",
    isWhole: true,
  },
  {
    ...NEW,
    name: "newApiKey",
    path: "/api-keys/new",
    icon: "apiKeys",
    permission: "api_keys:write",
    keywords: "newApiKey",
  },
  {
    ...NEW,
    name: "newEndpoint",
    path: "/webhooks/new",
    icon: "webhooks",
    permission: "webhooks:write",
    keywords: "newEndpoint",
  },
  {
    ...NEW,
    name: "import",
    path: "/imports/new",
    icon: "imports",
    permission: "payment_intents:import",
    keywords: "import",
  },
  {
    ...PAGE,
    name: "viewAs",
    path: "/team",
    icon: "team",
    permission: "members:write",
    keywords: "viewAs",
  },
  { ...PAGE, name: "accountTree", path: "/accounts/tree", icon: "accounts", permission: "accounts:read" },
  { ...PAGE, name: "invitations", path: "/team/invitations", icon: "team", permission: "members:read" },
  {
    ...PAGE,
    name: "deliveries",
    path: "/webhooks/deliveries",
    icon: "webhooks",
    permission: "webhooks:read",
  },
  {
    ...PAGE,
    name: "deletedAccounts",
    path: "/accounts?deleted=true",
    icon: "accounts",
    permission: "accounts:read",
    keywords: "deletedAccounts",
  },
  {
    ...PAGE,
    name: "deletedDocuments",
    path: "/documents?deleted=true",
    icon: "documents",
    permission: "documents:read",
    keywords: "deletedDocuments",
  },
  ...(
    [
      { name: "settingsPayments", path: "/settings/payments", keywords: "settingsPayments" },
      { name: "settingsSecurity", path: "/settings/security", keywords: "settingsSecurity" },
      { name: "settingsData", path: "/settings/data", keywords: "settingsData" },
      { name: "settingsHistory", path: "/settings/history", keywords: "settingsHistory" },
    ] as const
  ).map((tab): Offer => ({ ...PAGE, icon: "settings", permission: "settings:read", ...tab })),
];

/** What this member can do now, whatever is typed, and the views of lists to choose from. */
export async function offeredEntries(
  texts: CommandTexts,
  actor: MemberActor,
  _input: object,
  _person: object,
  tenant: { slug: string },
): Promise<CommandAnswer> {
  return { entries: [...offersOf(texts, actor, tenant.slug), ...(await viewEntries(texts, actor, tenant.slug))] };
}

/** What this member can do now. Who only looks, through a view or on a visit, changes nothing. */
export function offersOf(
  { t, groups }: CommandTexts,
  actor: Pick<MemberActor, "permissions" | "accountIds" | "view" | "visit">,
  tenantSlug: string,
): CommandEntry[] {
  const mayChange = !actor.view && (!actor.visit || actor.visit.isWriting);
  return OFFERS.filter(
    ({ permission, isChange, isWhole }) =>
      actor.permissions.has(permission) && (!isChange || mayChange) && (!isWhole || actor.accountIds === null),
  ).map(
    ({ group, name, path, icon, keywords }): CommandEntry => ({
      ...{ id: `offer ${path}`, group: groups(group), label: t(`offers.${name}`), href: `/${tenantSlug}${path}`, icon },
      keywords: keywords ? t(`keywords.${keywords}`).split(", ") : [],
    }),
  );
}

async function viewEntries(
  { t, sentence }: CommandTexts,
  actor: MemberActor,
  tenantSlug: string,
): Promise<CommandEntry[]> {
  const { query } = parseListParams(savedViewList, {}, { mode: "strict" });
  const { items } = await listSavedViews(actor, query);
  return items.flatMap((view): CommandEntry[] => {
    const list = TENANT_LISTS.get(view.list);
    if (!list) return [];
    const href = `/${tenantSlug}${list.path}?${viewQueryString(view)}`;
    return [
      {
        ...{ id: `view ${view.id}`, group: t("savedViews"), label: view.name },
        ...{ hint: sentence(list.label), href, icon: "filter" },
      },
    ];
  });
}
