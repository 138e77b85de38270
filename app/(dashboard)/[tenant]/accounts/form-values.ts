import type { Account, CreateAccountInput } from "@/lib/accounts/schema";

/** What the form shows at first: the account as it is, or a new one's defaults. The person has to give a currency. */
export function valuesOf(account: Account | undefined, parentId: string | null) {
  return {
    name: account?.name ?? "",
    display_name: account?.display_name ?? "",
    parent_id: account ? (account.parent?.id ?? null) : parentId,
    currency: account?.currency.code ?? null,
    payout_currency: account?.payout_currency?.code ?? null,
    country: account?.country?.code ?? null,
    terms_and_conditions_url: account?.terms_and_conditions_url ?? "",
    metadata: account?.metadata ?? {},
  };
}

/** The fields in which the form differs from its beginning: nothing else is written over what others changed. */
export function changesOf(before: ReturnType<typeof valuesOf>, after: CreateAccountInput): Partial<CreateAccountInput> {
  const start: Readonly<Record<string, unknown>> = before;
  const changed = Object.entries(after).filter(([name, value]) => textOf(start[name]) !== textOf(value));
  return Object.fromEntries(changed);
}

/** A field left empty is "" in the form and null in the record. */
function textOf(value: unknown): string {
  return JSON.stringify(value === "" ? null : value) ?? "";
}
