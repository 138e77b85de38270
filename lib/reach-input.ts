import { z } from "zod";
import { uuid } from "./validation";

/** Most accounts and branches that one restriction names, of each. */
const MAX_NAMED = 100;

const ids = (description: string) =>
  z
    .array(uuid)
    .max(MAX_NAMED)
    .nullable()
    .default(null)
    .meta({ description, examples: [["0190a000-0000-7000-8000-00000000000a"]] });

/** The two fields by which a person or key is restricted: both null for all accounts. */
export const reachFields = {
  account_ids: ids("Accounts by themselves. Null here and in branch_ids: all accounts, those to come included"),
  branch_ids: ids("Accounts with everything below them, what is yet to come included"),
};

/** What the two fields hold. */
export interface ReachInput {
  account_ids?: string[] | null;
  branch_ids?: string[] | null;
}

/** One account of a restriction, as answers show it. */
export const reachedAccount = z.object({
  id: uuid,
  name: z.string(),
  includes_below: z.boolean().meta({ description: "With everything below it, or by itself" }),
});

export const REACHED_ACCOUNT_EXAMPLE = [
  { id: "0190a000-0000-7000-8000-00000000000a", name: "Hotel Lisboa", includes_below: true },
];

/** False where the two fields restrict to nothing at all, which is nobody's wish. For `refine`. */
export function reachesSomething(input: ReachInput): boolean {
  return !isRestricting(input) || namedAccounts(input).length > 0;
}

export const REACHES_NOTHING = { message: "Choose at least one account", path: ["account_ids"] };

/** True if the fields restrict at all. */
export function isRestricting({ account_ids, branch_ids }: ReachInput): boolean {
  return (account_ids ?? branch_ids ?? null) !== null;
}

/** A restriction's rows: each account once, as a branch where it is named as both. */
export function namedAccounts({ account_ids, branch_ids }: ReachInput): { id: string; includes_below: boolean }[] {
  const rows = new Map<string, boolean>();
  for (const id of account_ids ?? []) rows.set(id, false);
  for (const id of branch_ids ?? []) rows.set(id, true);
  return [...rows].map(([id, includes_below]) => ({ id, includes_below }));
}

/** The way back: the two fields of a stored restriction. */
export function reachOf(accounts: readonly { id: string; includes_below: boolean }[] | null): ReachInput {
  if (!accounts) return { account_ids: null, branch_ids: null };
  const idsWhere = (wanted: boolean) =>
    accounts.filter(({ includes_below }) => includes_below === wanted).map(({ id }) => id);
  return { account_ids: idsWhere(false), branch_ids: idsWhere(true) };
}
