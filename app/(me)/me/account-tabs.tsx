"use client";

import { usePathname } from "next/navigation";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";
import { ACCOUNT_TABS } from "./tabs";

/** Tabs of the person's own account. */
export function AccountTabs() {
  const pathname = usePathname();
  return (
    <nav aria-label="My account" className={tabListClassName}>
      {ACCOUNT_TABS.map(({ label, href }) => (
        <NavLink
          key={href}
          href={href}
          aria-current={pathname === href || pathname.startsWith(`${href}/`) ? "page" : undefined}
          className={tabClassName}
        >
          {label}
          <LinkPending />
        </NavLink>
      ))}
    </nav>
  );
}
