import {
  IntlProvider,
  useLocale as localeAround,
  useMessages as messagesAround,
  useTranslations as textsAround,
} from "use-intl/react";
import { messages } from "../messages/en";
import { englishTexts } from "./texts";

// Stands in for next-intl in tests: pages are asked for in English, without a build before them, and outside of a render
// too; a test that renders inside a provider gets that provider's language.

/** What is around, or English where nothing is, or where nothing is being rendered. */
function orElse<T>(around: () => T, english: T): T {
  try {
    return around();
  } catch {
    return english;
  }
}

// One of the names for all: the type of every text of the catalogue at once is more than the compiler takes.
type Namespace = "client.ui";

export { IntlProvider as NextIntlClientProvider };
export const useTranslations = (namespace: Namespace) => orElse(() => textsAround(namespace), englishTexts(namespace));
export const useLocale = () => orElse(localeAround, "en");
export const useMessages = () => orElse<object>(messagesAround, messages);
export const getTranslations = async (namespace: Namespace) => englishTexts(namespace);
export const getLocale = async () => "en";
export const getMessages = async () => messages;
