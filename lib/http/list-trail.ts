import { z } from "zod";
import { listAccounts } from "../accounts/queries";
import { accountList } from "../accounts/schema";
import type { MemberActor } from "../actor";
import { listApiKeys } from "../api-keys/queries";
import { apiKeyList } from "../api-keys/schema";
import { listDocuments } from "../documents/queries";
import { documentList } from "../documents/schema";
import { AppError } from "../errors";
import { type ListDefinition, type ListQuery, links, type Page, parseListParams } from "../list-query";
import { listMembers } from "../members/queries";
import { memberList } from "../members/schema";
import { listPaymentIntents } from "../payment-intents/queries";
import { paymentIntentList } from "../payment-intents/schema";
import { listRefunds } from "../refunds/queries";
import { refundList } from "../refunds/schema";
import { listWebhookEndpoints } from "../webhook-endpoints/queries";
import { webhookEndpointList } from "../webhook-endpoints/schema";
import { TENANT_LISTS } from "./lists";

/** The address of a list's page, such as `/aurora/payment-intents?status=FAILED&cursor=…`. */
export const listTrailInput = z.strictObject({ list: z.string().max(8000) });

/** The records of one page of a list, and where its neighbours are. */
export interface TrailPage {
  ids: string[];
  next: string | null;
  previous: string | null;
}

type Reader = (
  actor: MemberActor,
  parameters: URLSearchParams,
  path: string,
  person: { timeZone: string },
) => Promise<TrailPage>;

/** Reads the page as the list's own page does: what is wrong in its address is left out. */
function trailOf<D extends ListDefinition>(
  definition: D,
  list: (actor: MemberActor, query: ListQuery<D>) => Promise<Page<{ id: string }>>,
): [string, Reader] {
  const read: Reader = async (actor, parameters, path, { timeZone }) => {
    const { query } = parseListParams(definition, parameters, { mode: "lenient", timeZone, ignore: ["columns"] });
    const page = await list(actor, query);
    const { next, previous } = links(definition, query, path, page);
    return { ids: page.items.map(({ id }) => id), next, previous };
  };
  return [definition.name, read];
}

const READERS: ReadonlyMap<string, Reader> = new Map([
  trailOf(accountList, listAccounts),
  trailOf(apiKeyList, listApiKeys),
  trailOf(documentList, listDocuments),
  trailOf(memberList, listMembers),
  trailOf(paymentIntentList, listPaymentIntents),
  trailOf(refundList, listRefunds),
  trailOf(webhookEndpointList, listWebhookEndpoints),
]);

/** Addresses come without a host; no request ever goes there. */
const BASE = "http://list.invalid";

/** One page of the list at an address of the actor's tenant. @throws AppError `not_found` for an address of no list */
export async function readListTrail(
  actor: MemberActor,
  { list }: z.output<typeof listTrailInput>,
  person: { timeZone: string },
): Promise<TrailPage> {
  if (!URL.canParse(list, BASE)) throw new AppError("not_found");
  const url = new URL(list, BASE);
  // The first part is the tenant's; whose rows they are, the actor says.
  const below = url.pathname.replace(/^\/[^/]+/, "");
  const found = [...TENANT_LISTS.values()].find(({ path }) => path === below);
  const read = found && READERS.get(found.definition.name);
  if (!read) throw new AppError("not_found");
  return read(actor, url.searchParams, url.pathname, person);
}
