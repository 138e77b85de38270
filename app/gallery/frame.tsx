"use client";

import { type ComponentProps, type ReactNode, useEffect } from "react";
import { CommandCenter } from "@/components/command/command-center";
import { AppShell } from "@/components/shell/app-shell";
import type { NavSection } from "@/components/shell/nav";
import { TimeHints } from "@/components/ui/time-hints";
import { ANSWERED, answerOurselves } from "./answers";
import { GROUPS } from "./groups";

const SECTIONS: NavSection[] = [
  {
    items: [
      { label: "Overview", href: "/gallery", icon: "overview", exact: true },
      ...GROUPS.map(({ label, href }): NavSection["items"][number] => ({ label, href, icon: "templates" })),
    ],
  },
  {
    label: "Whole pages",
    items: [
      { label: "List", href: "/gallery/list", icon: "paymentIntents", exact: true, count: 3 },
      { label: "Empty list", href: "/gallery/list/empty", icon: "accounts" },
      { label: "Platform's frame", href: "/gallery/frame", icon: "settings" },
    ],
  },
];

const TENANTS = [
  { name: "Harbour Hotels", href: "/gallery" },
  { name: "Northwind Travel and Conference Centres of the North", href: "/gallery?tenant=northwind" },
];
const LINKS = [{ label: "Your profile", href: "/gallery/records?own" }];

type FrameProps = Pick<ComponentProps<typeof AppShell>, "variant" | "banner" | "bell"> & { children: ReactNode };

/** The frame of all pages, around the gallery's: made-up tenants, and a command menu that asks nobody. */
export function Frame({ variant = "tenant", ...props }: FrameProps) {
  useEffect(() => {
    answerOurselves();
    // Photos are taken from here on: what the server made is not yet what people see.
    document.documentElement.dataset.gallery = "ready";
  }, []);
  return (
    <AppShell
      {...props}
      variant={variant}
      sections={SECTIONS}
      tenant={{
        current: "Harbour Hotels",
        tenants: TENANTS,
        others: [{ name: "Platform admin", href: "/gallery/frame" }],
      }}
      user={{ name: "Ann Lee", email: "ann.lee@harbour.example", picture: null }}
      links={LINKS}
      signOut={async () => {}}
      topBar={
        <CommandCenter
          home="/gallery"
          variant={variant}
          searchHref={`${ANSWERED}/search`}
          entriesHref={`${ANSWERED}/entries`}
          sections={SECTIONS}
          tenants={TENANTS}
          links={LINKS}
          hasShortcuts
          onSignOut={() => {}}
        />
      }
    >
      {props.children}
      <TimeHints />
    </AppShell>
  );
}
