import { useLocale } from "next-intl";
import { useMemo } from "react";
import { useNames } from "@/components/locale/use-names";
import type { Option } from "@/components/ui/option";
import type { AccountNode } from "@/lib/accounts/queries";
import { COUNTRIES } from "@/lib/countries";
import { CURRENCIES } from "@/lib/currencies";

// For client components: the tables are part of their code, so that no page has to send them.

/** Currencies to choose from, by code, each with its name in the page's language. */
export function useCurrencyOptions(): readonly Option[] {
  const names = useNames();
  return useMemo(
    () => CURRENCIES.map(({ code, name }) => ({ value: code, label: `${code} – ${names.currency(code, name)}` })),
    [names],
  );
}

/** Countries to choose from, by their names in the page's language. */
export function useCountryOptions(): readonly Option[] {
  const names = useNames();
  const locale = useLocale();
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    const options = COUNTRIES.map(({ code, name }) => ({ value: code, label: names.country(code, name) }));
    return options.sort((one, other) => compare(one.label, other.label));
  }, [names, locale]);
}

/** What a choice of account needs of a node; the path to it is worked out in the browser. */
export type AccountChoice = Pick<AccountNode, "id" | "name" | "parent_id">;

/** The nodes of a tree as plain choices. */
export function accountChoices(nodes: readonly AccountNode[]): AccountChoice[] {
  return nodes.map(({ id, name, parent_id }) => ({ id, name, parent_id }));
}

/** Accounts to choose from, in the order of the tree, each with the way to it ("Iberia › Portugal"). */
export function accountOptions(accounts: readonly AccountChoice[]): Option[] {
  const paths = new Map<string, string>();
  return accounts.map(({ id, name, parent_id }) => {
    const above = parent_id ? (paths.get(parent_id) ?? "") : "";
    paths.set(id, above ? `${above} › ${name}` : name);
    return { value: id, label: name, ...(above && { hint: above }) };
  });
}

/** The accounts that are neither `id` nor below it: where it can be moved to. */
export function outsideBranch<T extends AccountChoice>(accounts: readonly T[], id: string): T[] {
  const branch = new Set([id]);
  return accounts.filter((account) => {
    const isInside = branch.has(account.id) || (account.parent_id !== null && branch.has(account.parent_id));
    if (isInside) branch.add(account.id);
    return !isInside;
  });
}

/** The currency that most of these accounts are in, for amounts that are typed without one. */
export function usualCurrency(accounts: readonly Pick<AccountNode, "currency">[]): string {
  const counts = new Map<string, number>();
  for (const { currency } of accounts) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? "EUR";
}
