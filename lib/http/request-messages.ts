import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, LOCALE_COOKIE, type Locale, preferredLocale } from "../locale";
import { loadMessages } from "../messages/catalogue";

const loaded = new Map<Locale, ReturnType<typeof loadMessages>>();

/** The language of a request (the one chosen on this device, else what the browser prefers) and its texts, for next-intl. */
export default getRequestConfig(async () => {
  const locale = await requestLocale();
  const messages = loaded.get(locale) ?? loadMessages(locale);
  loaded.set(locale, messages);
  // Times are written by lib/time in the person's own zone; this one only spares next-intl a guess.
  return { locale, messages: await messages, timeZone: "UTC" };
});

async function requestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : preferredLocale((await headers()).get("accept-language"));
}
