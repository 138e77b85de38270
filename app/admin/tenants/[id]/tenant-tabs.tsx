"use client";

import { usePathname } from "next/navigation";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";
import { TENANT_TABS } from "./tabs";

/** Tabs of a tenant's pages; `base` is the address of the first. */
export function TenantTabs({ base }: { base: string }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Tenant" className={tabListClassName}>
      {TENANT_TABS.map(({ label, path }) => {
        const href = `${base}${path}`;
        // Every address below the first tab's is another tab's.
        const isHere = pathname === href || (path !== "" && pathname.startsWith(`${href}/`));
        return (
          <NavLink key={path} href={href} aria-current={isHere ? "page" : undefined} className={tabClassName}>
            {label}
            <LinkPending />
          </NavLink>
        );
      })}
    </nav>
  );
}
