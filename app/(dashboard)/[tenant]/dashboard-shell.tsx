"use client";

import { signOut } from "@/app/(auth)/auth-client";
import { AppShell, type AppShellProps } from "@/components/shell/app-shell";
import { TimeFormatProvider } from "@/components/ui/time-format";
import type { TimeFormat } from "@/lib/time";

export interface DashboardShellProps extends Omit<AppShellProps, "signOut"> {
  /** How the person wants times written. */
  timeFormat: TimeFormat;
}

/** The shell with its way out. Sign-out runs in the browser, which fetches next-auth's token against forged requests. */
export function DashboardShell({ timeFormat, ...props }: DashboardShellProps) {
  return (
    <TimeFormatProvider value={timeFormat}>
      <AppShell {...props} signOut={signOut} />
    </TimeFormatProvider>
  );
}
