import type { ReactNode } from "react";
import { MAIN_ID } from "@/components/shell/main-id";
import { offeredLocales } from "@/lib/http/offered-locales";
import { LocaleChoice } from "./locale-choice";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main
      id={MAIN_ID}
      tabIndex={-1}
      className="flex min-h-dvh flex-col items-center justify-center gap-6 px-4 py-10 outline-none"
    >
      {children}
      <LocaleChoice locales={offeredLocales()} />
    </main>
  );
}
