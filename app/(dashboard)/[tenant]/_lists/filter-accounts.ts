import { type AccountNode, listAccountTree } from "@/lib/accounts/queries";
import type { MemberActor } from "@/lib/actor";
import type { ListQuery } from "@/lib/list-query";
import { type AccountChoice, accountChoices, usualCurrency } from "../options";
import { permittedData } from "../permitted-data";

/** Accounts to choose from, and the currency that most of them are in. */
export interface AccountChoices {
  accounts: readonly AccountChoice[];
  currency: string;
}

/** What a list's page says of accounts to its filters. */
export interface FilterAccounts {
  /** Those to choose from; null: they are asked for when somebody turns to the filters. */
  accounts: readonly AccountChoice[] | null;
  /** Whose decimals amounts are typed with; null: it comes with the choices. */
  amountCurrency: string | null;
  /** Where the choices are asked for; null: this person has none. */
  choicesHref: string | null;
}

/** The accounts that the actor may choose from. */
export async function readAccountChoices(actor: MemberActor): Promise<AccountChoices> {
  return choicesOf(await listAccountTree(actor));
}

function choicesOf(nodes: readonly AccountNode[]): AccountChoices {
  return { accounts: accountChoices(nodes), currency: usualCurrency(nodes) };
}

/**
 * The accounts for a list's filters. They are read with the page only where a filter in effect needs them for its words: by
 * account, or by amount in no currency of its own. Who may not see accounts has none to choose from.
 */
export async function filterAccounts(
  actor: MemberActor,
  tenant: { slug: string },
  { filters }: Pick<ListQuery, "filters">,
): Promise<FilterAccounts> {
  const currency = filters.currency?.kind === "enum" ? (filters.currency.values[0] ?? null) : null;
  const isWorded = filters.account || filters.account_not || (filters.amount && currency === null);
  const read = async () => ({
    choices: isWorded ? await readAccountChoices(actor) : null,
    choicesHref: `/api/dashboard/${tenant.slug}/account_choices`,
  });
  const none = { choices: choicesOf([]), choicesHref: null };
  const { choices, choicesHref } = await permittedData(actor, "accounts:read", read, none);
  return {
    accounts: choices?.accounts ?? null,
    amountCurrency: currency ?? choices?.currency ?? null,
    choicesHref,
  };
}
