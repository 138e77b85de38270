import type { AccountNode } from "@/lib/accounts/queries";
import type { PaymentVolume } from "@/lib/payment-intents/totals-schema";
import { type Figures, NOTHING, sumOf } from "./figures";

type Place = Pick<AccountNode, "id" | "name" | "parent_id" | "deleted_at">;
type AccountFigures = PaymentVolume["accounts"][number];

/** One account with all below it. */
export interface AccountRow {
  id: string;
  name: string;
  isDeleted: boolean;
  /** There are accounts below it: its own overview tells more. */
  hasBelow: boolean;
  figures: Figures;
  before: Figures;
}

/** The accounts of one level of the tree, by what they collected. */
export interface Level {
  /** The account whose level it is; `null`: the topmost ones. */
  of: { id: string; name: string } | null;
  rows: AccountRow[];
  /** What the account itself took, apart from those below it; `null` where there is none. */
  own: Figures | null;
}

/**
 * What the accounts right below a branch took, each with all below it, in one currency. A level of one account says
 * nothing: then it is the next one with several.
 * @param branchId `null` for the topmost accounts of the actor's reach
 */
export function levelOf(
  places: readonly Place[],
  branchId: string | null,
  current: readonly AccountFigures[],
  before: readonly AccountFigures[],
): Level {
  // Somebody who may not read accounts has no tree: their accounts stand side by side.
  const tree = new Map(places.map((place) => [place.id, place]));
  for (const { account } of [...current, ...before])
    if (!tree.has(account.id)) tree.set(account.id, { ...account, parent_id: null, deleted_at: null });
  const below = new Map<string | null, Place[]>();
  for (const place of tree.values()) {
    const parent = place.parent_id !== null && tree.has(place.parent_id) ? place.parent_id : null;
    below.set(parent, [...(below.get(parent) ?? []), place]);
  }
  const [sums, sumsBefore] = [rollUp(tree, current), rollUp(tree, before)];
  const rowsBelow = (id: string | null) =>
    (below.get(id) ?? [])
      .filter((place) => sums.has(place.id) || sumsBefore.has(place.id))
      .map((place) => ({
        id: place.id,
        name: place.name,
        isDeleted: place.deleted_at !== null,
        hasBelow: below.has(place.id),
        figures: sums.get(place.id) ?? NOTHING,
        before: sumsBefore.get(place.id) ?? NOTHING,
      }));
  let of = branchId === null ? null : (tree.get(branchId) ?? null);
  let rows = rowsBelow(of?.id ?? null);
  for (let [only, ...more] = rows; only?.hasBelow && more.length === 0; [only, ...more] = rows) {
    of = tree.get(only.id) ?? null;
    rows = rowsBelow(only.id);
  }
  rows.sort((a, b) => b.figures.processed_amount - a.figures.processed_amount || (a.name < b.name ? -1 : 1));
  const own = current.filter(({ account }) => account.id === of?.id);
  return { of: of && { id: of.id, name: of.name }, rows, own: own.length > 0 ? sumOf(own) : null };
}

/** The figures of each account with all below it. */
function rollUp(tree: ReadonlyMap<string, Place>, figures: readonly AccountFigures[]): Map<string, Figures> {
  const sums = new Map<string, Figures>();
  for (const one of figures)
    for (let place = tree.get(one.account.id); place; place = tree.get(place.parent_id ?? ""))
      sums.set(place.id, sumOf([sums.get(place.id) ?? NOTHING, one]));
  return sums;
}
