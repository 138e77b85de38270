import { useMemo } from "react";
import type { FilterFieldOf } from "@/components/data-table/filter-fields";
import { accountOptions } from "../options";
import type { FilterAccounts } from "./filter-accounts";
import { useAccountChoices } from "./use-account-choices";

export interface AccountFields {
  /** For the field by account. */
  choice: Pick<FilterFieldOf<"option">, "options" | "load">;
  /** For the field by amount. */
  amount: Pick<FilterFieldOf<"amountRange">, "currency" | "load">;
}

/** Seen nowhere: a field that waits for its currency has neither form nor chip. */
const STAND_IN = "EUR";

/** The parts of a list's fields that are about accounts, asked for once, when the first of them is needed. */
export function useAccountFields({ accounts, amountCurrency, choicesHref }: FilterAccounts): AccountFields {
  const ask = useAccountChoices(choicesHref);
  return useMemo(
    () => ({
      choice: {
        options: accountOptions(accounts ?? []),
        ...(ask && accounts === null && { load: async () => ({ options: accountOptions((await ask()).accounts) }) }),
      },
      amount: {
        currency: amountCurrency ?? STAND_IN,
        ...(ask && amountCurrency === null && { load: async () => ({ currency: (await ask()).currency }) }),
      },
    }),
    [accounts, amountCurrency, ask],
  );
}
