"use client";

import { signOut } from "@/app/(auth)/auth-client";
import { AppShell, type AppShellProps } from "@/components/shell/app-shell";

/** The shell with its way out. Sign-out runs in the browser, which fetches next-auth's token against forged requests. */
export function DashboardShell(props: Omit<AppShellProps, "signOut">) {
  return <AppShell {...props} signOut={signOut} />;
}
