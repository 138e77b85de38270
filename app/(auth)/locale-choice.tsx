"use client";

import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "@/components/ui/toast";
import { LOCALE_NAMES, type Locale } from "@/lib/locale";
import { chooseLocaleAction } from "./actions";

/** The languages to read on in, each by its own name; whoever signs in has a choice of their own, kept in the profile. */
export function LocaleChoice({ locales }: { locales: readonly Locale[] }) {
  const t = useTranslations("client.signIn");
  const current = useLocale();
  const [isPending, startTransition] = useTransition();
  function choose(locale: Locale) {
    startTransition(async () => {
      const result = await chooseLocaleAction({ locale });
      if (!result.ok) toast.error(result.error.message);
    });
  }
  return (
    <nav aria-label={t("language")} className="flex flex-wrap justify-center gap-x-4 gap-y-2 text-sm">
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-current={locale === current ? "true" : undefined}
          disabled={isPending}
          onClick={() => choose(locale)}
          className="rounded-sm text-muted-foreground underline-offset-2 hover:underline aria-[current]:font-medium aria-[current]:text-foreground"
        >
          {LOCALE_NAMES[locale]}
        </button>
      ))}
    </nav>
  );
}
