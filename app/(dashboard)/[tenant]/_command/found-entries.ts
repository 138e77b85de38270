import type { CommandAnswer, CommandEntry } from "@/components/command/entry";
import type { NavIcon } from "@/components/shell/icons";
import type { MemberActor } from "@/lib/actor";
import { searchTenant } from "@/lib/search/queries";
import type { FoundRecord, SearchInput, SearchKind } from "@/lib/search/schema";
import { queryEntries } from "./query-entries";

const KINDS: Readonly<Record<SearchKind, { group: string; path: string; icon: NavIcon }>> = {
  payment_intent: { group: "Payment intents", path: "payment-intents", icon: "paymentIntents" },
  refund: { group: "Refunds", path: "refunds", icon: "refunds" },
  account: { group: "Accounts", path: "accounts", icon: "accounts" },
  document: { group: "Documents", path: "documents", icon: "documents" },
  member: { group: "Team", path: "team", icon: "team" },
  role: { group: "Roles", path: "roles", icon: "roles" },
  api_key: { group: "API keys", path: "api-keys", icon: "apiKeys" },
  webhook_endpoint: { group: "Webhooks", path: "webhooks", icon: "webhooks" },
};

/** What the menu shows for words: lists that hold exactly what was asked for, and records. */
export async function findEntries(
  actor: MemberActor,
  input: SearchInput,
  person: { timeZone: string },
  tenant: { slug: string },
): Promise<CommandAnswer> {
  const queries = await queryEntries(actor, input.q, person, tenant);
  // What a list reads as a query is no name of a record.
  if (queries.length > 0) return { entries: queries };
  const { items } = await searchTenant(actor, input);
  return { entries: items.map((record) => asEntry(tenant.slug, record)) };
}

function asEntry(tenantSlug: string, record: FoundRecord): CommandEntry {
  const { kind, id, title, detail, status, amount, currency } = record;
  const { group, path, icon } = KINDS[kind];
  return {
    ...{ id: `${kind} ${id}`, group, label: title, href: `/${tenantSlug}/${path}/${id}`, icon },
    ...(detail && { hint: detail }),
    ...(status && { status: status.toUpperCase() }),
    ...(amount !== null && currency !== null && { amount: { minor: amount, currency } }),
  };
}
