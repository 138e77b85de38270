import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { RootFrame } from "@/components/shell/root-frame";
import { directionOf } from "@/lib/locale";
import "./globals.css";

// The same in every language, so that no page waits for it; a page's title goes before the name.
export const metadata: Metadata = {
  title: { default: "Bulkhead", template: "%s · Bulkhead" },
  // Named here, and no `icon.svg` beside it, for which Next would ask each level of every page.
  icons: { icon: { url: "/icon.svg", type: "image/svg+xml", sizes: "any" } },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#15171c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    // The theme's class is set by a script before React looks.
    <html lang={locale} dir={directionOf(locale)} suppressHydrationWarning>
      <body className="font-sans">
        <RootFrame locale={locale}>{children}</RootFrame>
      </body>
    </html>
  );
}
