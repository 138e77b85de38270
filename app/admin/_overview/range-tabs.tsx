"use client";

import { useTranslations } from "next-intl";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";
import { cn } from "@/lib/cn";

export interface RangeTabsProps {
  ranges: readonly { days: number; href: string }[];
  /** The one in effect. */
  days: number;
}

/** How far back the overview goes; links, so that the address says it. */
export function RangeTabs({ ranges, days }: RangeTabsProps) {
  const t = useTranslations("client.platform");
  return (
    <nav aria-label={t("range.label")} className={cn(tabListClassName, "mb-4")}>
      {ranges.map((range) => (
        <NavLink
          key={range.days}
          href={range.href}
          aria-current={range.days === days ? "true" : undefined}
          className={tabClassName}
        >
          {t("range.last", { days: range.days })}
          <LinkPending />
        </NavLink>
      ))}
    </nav>
  );
}
