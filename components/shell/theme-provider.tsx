"use client";

import { ThemeProvider as NextThemes } from "next-themes";
import type { ReactNode } from "react";
import { TooltipProvider } from "@/components/ui/tooltip";

/** The theme as a class on `<html>`, set before the first paint, and what must be around all pages once. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <NextThemes attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <TooltipProvider delay={400}>{children}</TooltipProvider>
    </NextThemes>
  );
}
