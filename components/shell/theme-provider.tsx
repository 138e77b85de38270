"use client";

import { DirectionProvider } from "@base-ui/react/direction-provider";
import { useLocale } from "next-intl";
import { ThemeProvider as NextThemes } from "next-themes";
import type { ReactNode } from "react";
import { directionOf } from "@/lib/locale";

/** The theme as a class on `<html>`, set before the first paint, and what must be around all pages once: the direction too. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const direction = directionOf(useLocale());
  return (
    <NextThemes attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <DirectionProvider direction={direction}>{children}</DirectionProvider>
    </NextThemes>
  );
}
