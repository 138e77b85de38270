"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";
import { TENANT_TABS } from "./tabs";

/** Tabs of a tenant's pages; `base` is the address of the first. */
export function TenantTabs({ base }: { base: string }) {
  const t = useTranslations("client.adminTenants");
  const pathname = usePathname();
  return (
    <nav aria-label={t("tabs.label")} className={tabListClassName}>
      {TENANT_TABS.map(({ key, path }) => {
        const href = `${base}${path}`;
        // Every address below the first tab's is another tab's.
        const isHere = pathname === href || (path !== "" && pathname.startsWith(`${href}/`));
        return (
          <NavLink key={path} href={href} aria-current={isHere ? "page" : undefined} className={tabClassName}>
            {t(`tabs.${key}`)}
            <LinkPending />
          </NavLink>
        );
      })}
    </nav>
  );
}
