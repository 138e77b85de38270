import { z } from "zod";
import type { MatchingIds } from "@/components/data-table/bulk-action";
import { listAccounts } from "@/lib/accounts/queries";
import { accountList } from "@/lib/accounts/schema";
import type { MemberActor } from "@/lib/actor";
import { listApiKeys } from "@/lib/api-keys/queries";
import { apiKeyList } from "@/lib/api-keys/schema";
import { currentSession } from "@/lib/auth/actor";
import { listDocuments } from "@/lib/documents/queries";
import { documentList } from "@/lib/documents/schema";
import { listInvitations } from "@/lib/invitations/queries";
import { invitationList } from "@/lib/invitations/schema";
import { type ListDefinition, type ListQuery, type Page, parseListParams } from "@/lib/list-query";
import { listMembers } from "@/lib/members/queries";
import { memberList } from "@/lib/members/schema";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { listRefunds } from "@/lib/refunds/queries";
import { refundList } from "@/lib/refunds/schema";
import { listWebhookDeliveries } from "@/lib/webhook-endpoints/delivery-queries";
import { webhookDeliveryList } from "@/lib/webhook-endpoints/delivery-schema";

/** How many rows of other pages are chosen at most: what is done to them is done while somebody waits. */
const MAX_MATCHING = 1000;

/** Reads the ids of one page, and says where the next one begins. */
type ReadPage = (
  actor: MemberActor,
  parameters: URLSearchParams,
  timeZone: string,
) => Promise<{ ids: string[]; nextCursor: string | null }>;

function reader<D extends ListDefinition>(
  definition: D,
  list: (actor: MemberActor, query: ListQuery<D>) => Promise<Page<{ id: string }>>,
): ReadPage {
  return async (actor, parameters, timeZone) => {
    const { query } = parseListParams(definition, parameters, { mode: "lenient", timeZone });
    const { items, nextCursor } = await list(actor, query);
    return { ids: items.map(({ id }) => id), nextCursor };
  };
}

const READERS = {
  payment_intents: reader(paymentIntentList, listPaymentIntents),
  accounts: reader(accountList, listAccounts),
  documents: reader(documentList, listDocuments),
  api_keys: reader(apiKeyList, listApiKeys),
  refunds: reader(refundList, listRefunds),
  invitations: reader(invitationList, listInvitations),
  members: reader(memberList, listMembers),
  webhook_deliveries: reader(webhookDeliveryList, listWebhookDeliveries),
} satisfies Record<string, ReadPage>;

/** Lists whose rows can be chosen on all pages at once. */
export type MatchingList = keyof typeof READERS;
const LISTS = Object.keys(READERS) as [MatchingList, ...MatchingList[]];

export const findMatchingInput = z.strictObject({
  list: z.enum(LISTS),
  /** Query string of the list's page. */
  query: z.string().max(8000),
});

/** The ids of the rows that a list holds on all its pages, in its order; the first thousand where there are more. */
export async function findMatching(
  actor: MemberActor,
  input: z.output<typeof findMatchingInput>,
): Promise<MatchingIds> {
  const { person } = await currentSession();
  const parameters = new URLSearchParams(input.query);
  for (const name of ["page", "cursor", "columns", "view"]) parameters.delete(name);
  parameters.set("size", "100");
  const ids: string[] = [];
  for (;;) {
    const page = await READERS[input.list](actor, parameters, person.timeZone);
    ids.push(...page.ids);
    if (page.nextCursor === null) return { ids: ids.slice(0, MAX_MATCHING), hasMore: ids.length > MAX_MATCHING };
    if (ids.length >= MAX_MATCHING) return { ids: ids.slice(0, MAX_MATCHING), hasMore: true };
    parameters.set("cursor", page.nextCursor);
  }
}
