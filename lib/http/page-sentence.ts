import { getLocale, getMessages } from "next-intl/server";
import { sentencesOf, translateSentence } from "../messages/sentences";

/** `useSentence` for async components and actions: gives what puts English sentences into the request's language. */
export async function pageSentence(): Promise<(english: string) => string> {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()]);
  return (english) => translateSentence(locale, sentencesOf(messages), english);
}
