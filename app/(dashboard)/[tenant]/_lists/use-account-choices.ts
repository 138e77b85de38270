import { useMemo } from "react";
import type { AccountChoices } from "./filter-accounts";

/**
 * Gives what asks for the accounts to choose from: one request, however often it is called, unless that failed.
 * @param href null where there are none to choose from
 */
export function useAccountChoices(href: string | null): (() => Promise<AccountChoices>) | null {
  return useMemo(() => (href === null ? null : askedOnce(href)), [href]);
}

function askedOnce(href: string): () => Promise<AccountChoices> {
  let asked: Promise<AccountChoices> | null = null;
  return () => {
    asked ??= ask(href).catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
  };
}

async function ask(href: string): Promise<AccountChoices> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`status ${response.status}`);
  // Our own route, in the form that it declares.
  return (await response.json()) as AccountChoices;
}
