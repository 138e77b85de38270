import { cookies } from "next/headers";
import { z } from "zod";
import { isLocale, LOCALE_COOKIE, LOCALES, type Locale } from "../locale";
import { identity } from "../tenant-db";
import { sessionCookieOptions } from "./session-token";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const localeInput = z.strictObject({ locale: z.enum(LOCALES).nullable() });

/** Keeps on this device in which language its pages are; null: as the browser prefers. For actions. */
export async function keepLocale(locale: Locale | null): Promise<void> {
  const store = await cookies();
  if (locale === null) store.delete(LOCALE_COOKIE);
  else store.set(LOCALE_COOKIE, locale, { ...sessionCookieOptions(), maxAge: YEAR_SECONDS });
}

/** At sign-in: the language that the person chose on whatever device, in place of the one this device was in. */
export async function restoreLocale(sessionId: string): Promise<void> {
  const chosen = await identity.findSessionLocale(sessionId);
  if (isLocale(chosen)) await keepLocale(chosen);
}
