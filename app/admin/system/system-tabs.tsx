"use client";

import { usePathname } from "next/navigation";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";
import { SYSTEM_TABS } from "./tabs";

/** The way between the system's pages. */
export function SystemTabs() {
  const pathname = usePathname();
  return (
    <nav aria-label="System" className={tabListClassName}>
      {SYSTEM_TABS.map(({ label, href }, index) => {
        // Every address below the first tab's is another tab's.
        const isHere = pathname === href || (index > 0 && pathname.startsWith(`${href}/`));
        return (
          <NavLink key={href} href={href} aria-current={isHere ? "page" : undefined} className={tabClassName}>
            {label}
            <LinkPending />
          </NavLink>
        );
      })}
    </nav>
  );
}
