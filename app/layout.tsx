import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { MAIN_ID } from "@/components/shell/main-id";
import { ThemeProvider } from "@/components/shell/theme-provider";
import { Toaster } from "@/components/shell/toaster";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Bulkhead", template: "%s · Bulkhead" },
  description: "Payments admin dashboard",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#15171c" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme's class is set by a script before React looks.
    <html lang="en" suppressHydrationWarning>
      <body className="font-sans">
        <a
          href={`#${MAIN_ID}`}
          className="sr-only rounded-md bg-primary px-3 py-2 text-primary-foreground focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
        >
          Skip to content
        </a>
        <ThemeProvider>
          <div className="isolate">{children}</div>
          <Toaster />
        </ThemeProvider>
      </body>
    </html>
  );
}
