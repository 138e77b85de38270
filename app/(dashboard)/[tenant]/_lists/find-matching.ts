import { z } from "zod";
import { matchingIds, type ReadPage, reader } from "@/app/_lists/matching-ids";
import type { MatchingIds } from "@/components/data-table/bulk-action";
import { listAccounts } from "@/lib/accounts/queries";
import { accountList } from "@/lib/accounts/schema";
import type { MemberActor } from "@/lib/actor";
import { listApiKeys } from "@/lib/api-keys/queries";
import { apiKeyList } from "@/lib/api-keys/schema";
import { listDocuments } from "@/lib/documents/queries";
import { documentList } from "@/lib/documents/schema";
import { listInvitations } from "@/lib/invitations/queries";
import { invitationList } from "@/lib/invitations/schema";
import { listMembers } from "@/lib/members/queries";
import { memberList } from "@/lib/members/schema";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { listRefunds } from "@/lib/refunds/queries";
import { refundList } from "@/lib/refunds/schema";
import { listWebhookDeliveries } from "@/lib/webhook-endpoints/delivery-queries";
import { webhookDeliveryList } from "@/lib/webhook-endpoints/delivery-schema";

const READERS = {
  payment_intents: reader(paymentIntentList, listPaymentIntents),
  accounts: reader(accountList, listAccounts),
  documents: reader(documentList, listDocuments),
  api_keys: reader(apiKeyList, listApiKeys),
  refunds: reader(refundList, listRefunds),
  invitations: reader(invitationList, listInvitations),
  members: reader(memberList, listMembers),
  webhook_deliveries: reader(webhookDeliveryList, listWebhookDeliveries),
} satisfies Record<string, ReadPage<MemberActor>>;

/** Lists whose rows can be chosen on all pages at once. */
export type MatchingList = keyof typeof READERS;
const LISTS = Object.keys(READERS) as [MatchingList, ...MatchingList[]];

export const findMatchingInput = z.strictObject({
  list: z.enum(LISTS),
  /** Query string of the list's page. */
  query: z.string().max(8000),
});

/** The ids of the rows that one of a tenant's lists holds on all its pages. */
export function findMatching(actor: MemberActor, input: z.output<typeof findMatchingInput>): Promise<MatchingIds> {
  return matchingIds(READERS[input.list], actor, input.query);
}
