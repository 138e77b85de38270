import { DEFAULT_LOCALE, type Locale } from "../locale";
import { pseudoText } from "./pseudo";

/** What countries (ISO 3166-1 alpha-2) and currencies (ISO 4217) are called in one language, by code. */
export interface Names {
  readonly countries: Readonly<Record<string, string>>;
  readonly currencies: Readonly<Record<string, string>>;
}

/** Of a language without a table: the English names, which the business code and the API give, stand. */
export const NO_NAMES: Names = { countries: {}, currencies: {} };

/** Gives names in the page's language; `english` is what the API calls it, and stands where there is no other. */
export interface NamesInLanguage {
  country(code: string, english: string): string;
  currency(code: string, english: string): string;
}

/** The names among the texts that next-intl hands out; its own type is of texts with keys alone. */
export function namesOf(messages: object): Names {
  // Every provider of texts, on either side, puts them there.
  return "names" in messages ? (messages as { names: Names }).names : NO_NAMES;
}

/**
 * Looks names up in a table of ours, never in the data of `Intl`: a server's differs from a browser's, and a page would not
 * be the same on both.
 */
export function namesIn(locale: Locale, { countries, currencies }: Names): NamesInLanguage {
  const nameIn =
    (table: Names["countries"]) =>
    (code: string, english: string): string => {
      if (locale === DEFAULT_LOCALE) return english;
      return locale === "ar-XB" ? pseudoText(english) : (table[code] ?? english);
    };
  return { country: nameIn(countries), currency: nameIn(currencies) };
}
