import { createTranslator } from "use-intl/core";
import { DEFAULT_LOCALE, type Locale } from "../locale";
import german from "./de/server/mails.json";
import english from "./en/server/mails.json";
import { pseudoMessages } from "./pseudo";

/** The texts of mails in the language of whom they go to. */
export interface MailTexts {
  locale: Locale;
  t: ReturnType<typeof translatorOf>;
}

const made = new Map<Locale, MailTexts>();

/**
 * The texts for somebody's mails. They are not part of a request: whoever causes a mail may read in another language.
 * @param chosen what the person chose, which comes with the address; null: nothing
 */
export function mailTexts(chosen: Locale | null): MailTexts {
  const locale = chosen ?? DEFAULT_LOCALE;
  const texts = made.get(locale) ?? { locale, t: translatorOf(locale) };
  made.set(locale, texts);
  return texts;
}

function translatorOf(locale: Locale) {
  const mails = locale === "de" ? german : locale === "ar-XB" ? pseudoMessages(english) : english;
  return createTranslator({ locale, messages: { mails }, namespace: "mails" });
}

type ListKey = keyof typeof english.lists;

/** What a list is called within a sentence. */
export function mailListName({ t }: MailTexts, list: string): string {
  return isListKey(list) ? t(`lists.${list}`) : list.replaceAll("_", " ");
}

function isListKey(list: string): list is ListKey {
  return Object.hasOwn(english.lists, list);
}
