import { useLocale, useMessages } from "next-intl";
import { useCallback } from "react";
import { sentencesOf, translateSentence } from "@/lib/messages/sentences";

/**
 * Puts what the business code says in English (an error, what is wrong with a field, the name of a permission or a
 * state) into the page's language. For components of both sides; an async page takes `pageSentence`.
 */
export function useSentence(): (english: string) => string {
  const locale = useLocale();
  const sentences = sentencesOf(useMessages());
  return useCallback((english: string) => translateSentence(locale, sentences, english), [locale, sentences]);
}
