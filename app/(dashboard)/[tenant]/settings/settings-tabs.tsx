"use client";

import { usePathname } from "next/navigation";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";

const TABS = [
  { label: "General", path: "" },
  { label: "Payments", path: "/payments" },
  { label: "Security", path: "/security" },
  { label: "Data", path: "/data" },
  { label: "History", path: "/history" },
] as const;

/** Tabs of a tenant's settings; `base` is the address of the first. */
export function SettingsTabs({ base }: { base: string }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Settings" className={tabListClassName}>
      {TABS.map(({ label, path }) => (
        <NavLink
          key={path}
          href={`${base}${path}`}
          aria-current={pathname === `${base}${path}` ? "page" : undefined}
          className={tabClassName}
        >
          {label}
          <LinkPending />
        </NavLink>
      ))}
    </nav>
  );
}
