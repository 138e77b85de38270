import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/lib/locale";
import type { Texts } from "@/lib/messages/texts";

/** What the figures are written with: the texts, numbers and amounts of the page's language. */
export interface Words {
  t: Texts<"server.overview">;
  format: ReturnType<typeof useFormatter>;
  locale: Locale;
}

/** The words of the page's language. */
export function useWords(): Words {
  return { t: useTranslations("server.overview"), format: useFormatter(), locale: useLocale() };
}
