"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";
import { SYSTEM_TABS } from "./tabs";

/** The way between the system's pages. */
export function SystemTabs() {
  const t = useTranslations("client.adminSystem");
  const pathname = usePathname();
  return (
    <nav aria-label={t("tabs.label")} className={tabListClassName}>
      {SYSTEM_TABS.map(({ name, href }, index) => {
        // Every address below the first tab's is another tab's.
        const isHere = pathname === href || (index > 0 && pathname.startsWith(`${href}/`));
        return (
          <NavLink key={href} href={href} aria-current={isHere ? "page" : undefined} className={tabClassName}>
            {t(`tabs.${name}`)}
            <LinkPending />
          </NavLink>
        );
      })}
    </nav>
  );
}
