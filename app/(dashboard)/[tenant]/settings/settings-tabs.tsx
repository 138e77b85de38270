"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";

const TABS = [
  { tab: "general", path: "" },
  { tab: "payments", path: "/payments" },
  { tab: "security", path: "/security" },
  { tab: "data", path: "/data" },
  { tab: "history", path: "/history" },
] as const;

/** Tabs of a tenant's settings; `base` is the address of the first. */
export function SettingsTabs({ base }: { base: string }) {
  const t = useTranslations("client.settings.tabs");
  const pathname = usePathname();
  return (
    <nav aria-label={t("label")} className={tabListClassName}>
      {TABS.map(({ tab, path }) => (
        <NavLink
          key={path}
          href={`${base}${path}`}
          aria-current={pathname === `${base}${path}` ? "page" : undefined}
          className={tabClassName}
        >
          {t(tab)}
          <LinkPending />
        </NavLink>
      ))}
    </nav>
  );
}
