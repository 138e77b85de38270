import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { DemoBanner } from "@/components/shell/demo-banner";
import type { NavSection } from "@/components/shell/nav";

const SECTIONS: NavSection[] = [
  {
    items: [
      { label: "Components", href: "/gallery", icon: "overview", exact: true },
      { label: "List", href: "/gallery/list", icon: "paymentIntents", exact: true },
      { label: "Empty list", href: "/gallery/list/empty", icon: "accounts" },
    ],
  },
  { label: "Workspace", items: [{ label: "Settings", href: "/gallery/settings", icon: "settings" }] },
];

const TENANTS = [
  { name: "Harbour Hotels", href: "/gallery" },
  { name: "Northwind Travel", href: "/gallery?tenant=northwind" },
];

/** Every component in its states, for those who build with them; only in development. */
export default function GalleryLayout({ children }: { children: ReactNode }) {
  if (process.env.NODE_ENV === "production") notFound();
  return (
    <AppShell
      sections={SECTIONS}
      tenant={{ current: "Harbour Hotels", tenants: TENANTS, others: [{ name: "Platform admin", href: "/admin" }] }}
      user={{ name: "Ann Lee", email: "ann.lee@harbour.example", picture: null }}
      signOut="/gallery"
      banner={<DemoBanner />}
    >
      {children}
    </AppShell>
  );
}
