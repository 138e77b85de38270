import type { CommandAnswer, CommandEntry } from "@/components/command/entry";
import type { NavIcon } from "@/components/shell/icons";
import type { MemberActor } from "@/lib/actor";
import { searchTenant } from "@/lib/search/queries";
import type { FoundRecord, SearchInput, SearchKind } from "@/lib/search/schema";
import type { CommandTexts } from "./command-texts";
import { queryEntries } from "./query-entries";

const KINDS: Readonly<Record<SearchKind, { path: string; icon: NavIcon }>> = {
  payment_intent: { path: "payment-intents", icon: "paymentIntents" },
  refund: { path: "refunds", icon: "refunds" },
  account: { path: "accounts", icon: "accounts" },
  document: { path: "documents", icon: "documents" },
  member: { path: "team", icon: "team" },
  role: { path: "roles", icon: "roles" },
  api_key: { path: "api-keys", icon: "apiKeys" },
  webhook_endpoint: { path: "webhooks", icon: "webhooks" },
};

/** What the menu shows for words: lists that hold exactly what was asked for, and records. */
export async function findEntries(
  texts: CommandTexts,
  actor: MemberActor,
  input: SearchInput,
  person: { timeZone: string },
  tenant: { slug: string },
): Promise<CommandAnswer> {
  const queries = await queryEntries(texts, actor, input.q, person, tenant);
  // What a list reads as a query is no name of a record.
  if (queries.length > 0) return { entries: queries };
  const { items } = await searchTenant(actor, input);
  return { entries: items.map((record) => asEntry(texts, tenant.slug, record)) };
}

function asEntry({ t }: CommandTexts, tenantSlug: string, record: FoundRecord): CommandEntry {
  const { kind, id, title, detail, status, amount, currency } = record;
  const { path, icon } = KINDS[kind];
  return {
    ...{ id: `${kind} ${id}`, group: t(`kinds.${kind}`), label: title, href: `/${tenantSlug}/${path}/${id}`, icon },
    ...(detail && { hint: detail }),
    ...(status && { status: status.toUpperCase() }),
    ...(amount !== null && currency !== null && { amount: { minor: amount, currency } }),
  };
}
