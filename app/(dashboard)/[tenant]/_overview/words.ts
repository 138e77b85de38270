import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Texts } from "@/components/locale/texts";
import type { Locale } from "@/lib/locale";

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
