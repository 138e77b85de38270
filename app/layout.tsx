import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MessagesProvider } from "@/components/locale/messages-provider";
import { MAIN_ID } from "@/components/shell/main-id";
import { ThemeProvider } from "@/components/shell/theme-provider";
import { Toaster } from "@/components/shell/toaster";
import { directionOf } from "@/lib/locale";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("server.outside");
  return {
    title: { default: "Bulkhead", template: "%s · Bulkhead" },
    description: t("whatItIs"),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#15171c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("server.outside")]);
  return (
    // The theme's class is set by a script before React looks.
    <html lang={locale} dir={directionOf(locale)} suppressHydrationWarning>
      <body className="font-sans">
        <a
          href={`#${MAIN_ID}`}
          className="sr-only rounded-md bg-primary px-3 py-2 text-primary-foreground focus:not-sr-only focus:absolute focus:top-2 focus:start-2 focus:z-50"
        >
          {t("skipToContent")}
        </a>
        <MessagesProvider locale={locale} section="common">
          <ThemeProvider>
            <div className="isolate">{children}</div>
            <Toaster />
          </ThemeProvider>
        </MessagesProvider>
      </body>
    </html>
  );
}
