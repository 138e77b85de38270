import type { TenantActor } from "../actor";
import type { Permission } from "../permissions";
import { maskRecord, maskText, seesPersonalData } from "../personal-data";
import { type ReadClient, tenantRead } from "../tenant-db";
import { isUuid } from "../text";
import { findAccounts, findApiKeys, findMembers, findRoles, findWebhookEndpoints } from "./find-names";
import { findDocuments, findPayments, findRefunds } from "./find-payments";
import type { FoundRecord, SearchInput, SearchKind } from "./schema";
import type { Words } from "./words";

/** Finds records of one kind, at most `MOST_OF_A_KIND`, in one statement or none. */
type Find = (db: ReadClient, actor: TenantActor, words: Words) => Promise<Omit<FoundRecord, "kind">[]>;

/** Who may read a kind finds it, in the order of the answer. */
const KINDS: readonly (readonly [SearchKind, Permission, Find])[] = [
  ["payment_intent", "payment_intents:read", findPayments],
  ["refund", "refunds:read", findRefunds],
  ["account", "accounts:read", findAccounts],
  ["document", "documents:read", findDocuments],
  ["member", "members:read", findMembers],
  ["role", "roles:read", findRoles],
  ["api_key", "api_keys:read", findApiKeys],
  ["webhook_endpoint", "webhooks:read", findWebhookEndpoints],
];

/** Kinds that may hold customers' personal data: what of it is found is masked as on their lists. */
const OF_CUSTOMERS: ReadonlySet<SearchKind> = new Set(["payment_intent", "refund", "document"]);

/**
 * Records of all kinds that the actor may read, at most five of each: one statement for each kind, side by side. What is
 * masked for the actor is not searched, or hits would tell what the mask hides.
 */
export async function searchTenant(actor: TenantActor, { q }: SearchInput): Promise<{ items: FoundRecord[] }> {
  const words = wordsOf(actor, q);
  const found = await Promise.all(
    KINDS.filter(([, permission]) => actor.permissions.has(permission)).map(async ([kind, permission, find]) => {
      const rows = await tenantRead(actor, permission, (db) => find(db, actor, words));
      const records = rows.map((row): FoundRecord => ({ kind, ...row }));
      return OF_CUSTOMERS.has(kind) ? maskRecord(actor, records) : records;
    }),
  );
  return { items: found.flat() };
}

function wordsOf(actor: TenantActor, q: string): Words {
  const plain = q.toLowerCase();
  if (isUuid(q)) return { id: plain, given: q, text: null, customerText: null, customerEmail: null };
  const seesAll = seesPersonalData(actor);
  // The same rule as for the filters of lists: see refusePersonalFilters.
  const isPersonal = q.includes("@") || maskText(q) !== q;
  return {
    id: null,
    given: q,
    text: plain,
    customerText: seesAll || !isPersonal ? plain : null,
    customerEmail: seesAll ? plain : null,
  };
}
