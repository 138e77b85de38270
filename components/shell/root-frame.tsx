"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MessagesProvider } from "@/components/locale/messages-provider";
import type { Locale } from "@/lib/locale";
import { MAIN_ID } from "./main-id";
import { ThemeProvider } from "./theme-provider";
import { Toaster } from "./toaster";

/** What all pages stand in: texts, theme, the link past the frame, and messages that come and go. One component, since each costs every page. */
export function RootFrame({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <MessagesProvider locale={locale} section="common">
      <SkipLink />
      <ThemeProvider>
        <div className="isolate">{children}</div>
        <Toaster />
      </ThemeProvider>
    </MessagesProvider>
  );
}

function SkipLink() {
  const t = useTranslations("client.outside");
  return (
    <a href={`#${MAIN_ID}`} className="skip-link">
      {t("skipToContent")}
    </a>
  );
}
