"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";
import { ACCOUNT_TABS } from "./tabs";

/** Tabs of the person's own account. */
export function AccountTabs() {
  const t = useTranslations("client.me");
  const pathname = usePathname();
  return (
    <nav aria-label={t("title")} className={tabListClassName}>
      {ACCOUNT_TABS.map(({ name, href }) => (
        <NavLink
          key={href}
          href={href}
          aria-current={pathname === href || pathname.startsWith(`${href}/`) ? "page" : undefined}
          className={tabClassName}
        >
          {t(`tabs.${name}`)}
          <LinkPending />
        </NavLink>
      ))}
    </nav>
  );
}
