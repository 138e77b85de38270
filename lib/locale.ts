/**
 * Languages of the pages, as BCP 47 tags. `ar-XB` is CLDR's bidirectional pseudo locale: the English texts written from
 * right to left, to try the layout by; it is offered in development and demo mode only.
 */
export const LOCALES = ["en", "de", "ar-XB"] as const;

export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "en";

/** Each language by its own name, for the people who look for it. */
export const LOCALE_NAMES: Record<Locale, string> = {
  en: "English",
  de: "Deutsch",
  "ar-XB": "Pseudo (right to left)",
};

/** The cookie that keeps the language chosen on this device. */
export const LOCALE_COOKIE = "bulkhead-locale";

/** True if `text` is the tag of a language that we have. */
export function isLocale(text: string | null | undefined): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** Which way a language is written, for the `dir` of its pages. */
export function directionOf(locale: Locale): "ltr" | "rtl" {
  return locale === "ar-XB" ? "rtl" : "ltr";
}

/**
 * The best of our languages for an `Accept-Language` header (RFC 9110, 12.5.4): by weight, then by order, where `de-AT`
 * is served by `de`. The pseudo locale is never guessed.
 */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? "").split(",", 20).map((entry) => {
    const [tag = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
    const weight = Number(parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? 1);
    return { language: tag.split("-")[0] ?? "", weight: Number.isNaN(weight) ? 0 : weight };
  });
  const best = wishes
    .filter(({ language, weight }) => weight > 0 && isLocale(language))
    .toSorted((one, other) => other.weight - one.weight)[0];
  return best && isLocale(best.language) ? best.language : DEFAULT_LOCALE;
}

/** The language whose way of writing numbers goes with a language: the pseudo language has the digits of its English. */
export function numbersOf(locale: Locale): string {
  return locale === "ar-XB" ? DEFAULT_LOCALE : locale;
}
