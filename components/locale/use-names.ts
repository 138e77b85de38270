import { useLocale, useMessages } from "next-intl";
import { useMemo } from "react";
import { type NamesInLanguage, namesIn, namesOf } from "@/lib/messages/names";

/** What countries and currencies are called in the page's language. For components of both sides. */
export function useNames(): NamesInLanguage {
  const locale = useLocale();
  const names = namesOf(useMessages());
  return useMemo(() => namesIn(locale, names), [locale, names]);
}
