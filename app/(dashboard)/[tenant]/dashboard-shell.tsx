"use client";

import { signOut } from "@/app/(auth)/auth-client";
import { CommandCenter, type CommandSource } from "@/components/command/command-center";
import { AppShell, type AppShellProps } from "@/components/shell/app-shell";
import { TimeFormatProvider } from "@/components/ui/time-format";
import { TimeHints } from "@/components/ui/time-hints";
import type { TimeFormat } from "@/lib/time";

export interface DashboardShellProps extends Omit<AppShellProps, "signOut" | "topBar"> {
  /** How the person wants times written. */
  timeFormat: TimeFormat;
  /** Where the command menu looks. */
  command: CommandSource;
}

/** The shell with its way out. Sign-out runs in the browser, which fetches next-auth's token against forged requests. */
export function DashboardShell({ timeFormat, command, ...props }: DashboardShellProps) {
  const { sections, tenant, links = [], hasShortcuts = true } = props;
  return (
    <TimeFormatProvider value={timeFormat}>
      <AppShell
        {...props}
        signOut={signOut}
        topBar={
          <CommandCenter
            {...command}
            sections={sections}
            tenants={[...tenant.tenants, ...(tenant.others ?? [])]}
            links={links}
            hasShortcuts={hasShortcuts}
            onSignOut={() => void signOut()}
          />
        }
      />
      <TimeHints />
    </TimeFormatProvider>
  );
}
