import type { AccountNode } from "@/lib/accounts/queries";
import { addMinor } from "@/lib/money";
import type { PaymentIntentStatus } from "@/lib/payment-intents/lifecycle";
import type { PaymentIntentTotal } from "@/lib/payment-intents/schema";

/** How many payments, and their sum in minor units of one currency. */
export interface Sum {
  count: number;
  amountMinor: number;
}

/** One account with all below it, in one currency. */
export interface TotalRow {
  /** `null` for all accounts together. */
  account: { id: string; name: string; isDeleted: boolean } | null;
  depth: number;
  currency: string;
  byStatus: ReadonlyMap<PaymentIntentStatus, Sum>;
  all: Sum;
}

type Place = Pick<AccountNode, "id" | "name" | "parent_id" | "depth" | "deleted_at">;
type ByCurrency = Map<string, Map<PaymentIntentStatus, Sum>>;

/** More lines than this are not read: the tree is cut below the last level that fits. */
const MAX_ROWS = 150;

/**
 * Totals up the tree: each account counts itself and all below it, which is what a list filtered by that account shows.
 * All accounts together come first. Currencies are never added up.
 */
export function rollUp(
  accounts: readonly Place[],
  totals: readonly PaymentIntentTotal[],
): { rows: TotalRow[]; isCut: boolean } {
  const places = new Map(accounts.map((account) => [account.id, account]));
  const sums = new Map<string | null, ByCurrency>();
  const strays = new Map<string, Place>();
  for (const total of totals) {
    const { account } = total;
    // Somebody who may not read accounts has no tree: their accounts stand side by side.
    if (!places.has(account.id)) strays.set(account.id, { ...account, parent_id: null, depth: 0, deleted_at: null });
    for (const id of [null, account.id, ...idsAbove(places, account.id)]) add(sums, id, total);
  }
  const all: TotalRow[] = rowsOf(null, 0, sums.get(null));
  const levels = [...accounts, ...strays.values()].flatMap((place) => rowsOf(place, place.depth, sums.get(place.id)));
  const depth = deepestFitting(levels);
  const shown = levels.filter((row) => row.depth <= depth);
  return { rows: [...all, ...shown], isCut: shown.length < levels.length };
}

function idsAbove(places: ReadonlyMap<string, Place>, id: string): string[] {
  const ids: string[] = [];
  for (let place = places.get(places.get(id)?.parent_id ?? ""); place; place = places.get(place.parent_id ?? ""))
    ids.push(place.id);
  return ids;
}

function add(sums: Map<string | null, ByCurrency>, id: string | null, total: PaymentIntentTotal): void {
  const byCurrency: ByCurrency = sums.get(id) ?? new Map();
  sums.set(id, byCurrency);
  const byStatus = byCurrency.get(total.currency) ?? new Map<PaymentIntentStatus, Sum>();
  byCurrency.set(total.currency, byStatus);
  byStatus.set(total.status, plus(byStatus.get(total.status), { count: total.count, amountMinor: total.amount }));
}

function plus(one: Sum | undefined, other: Sum): Sum {
  if (!one) return other;
  return { count: one.count + other.count, amountMinor: addMinor(one.amountMinor, other.amountMinor) };
}

function rowsOf(place: Place | null, depth: number, sums: ByCurrency | undefined): TotalRow[] {
  const account = place && { id: place.id, name: place.name, isDeleted: place.deleted_at !== null };
  return [...(sums ?? [])]
    .map(([currency, byStatus]) => {
      const all = [...byStatus.values()].reduce(plus, { count: 0, amountMinor: 0 });
      return { account, depth, currency, byStatus, all };
    })
    .sort((one, other) => other.all.count - one.all.count || (one.currency < other.currency ? -1 : 1));
}

function deepestFitting(rows: readonly TotalRow[]): number {
  const depths = [...new Set(rows.map(({ depth }) => depth))].sort((one, other) => one - other);
  const fitting = depths.filter((depth) => rows.filter((row) => row.depth <= depth).length <= MAX_ROWS);
  return fitting.at(-1) ?? 0;
}
