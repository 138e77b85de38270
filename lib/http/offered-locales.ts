import { env } from "../env";
import { LOCALES, type Locale } from "../locale";

/** The languages that people may choose: the pseudo language is for trying the layout, in development and demos. */
export function offeredLocales(): Locale[] {
  return LOCALES.filter((locale) => locale !== "ar-XB" || env().demoMode || process.env.NODE_ENV === "development");
}
