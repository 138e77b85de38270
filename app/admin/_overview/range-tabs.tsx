"use client";

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
  return (
    <nav aria-label="Time range" className={cn(tabListClassName, "mb-4")}>
      {ranges.map((range) => (
        <NavLink
          key={range.days}
          href={range.href}
          aria-current={range.days === days ? "true" : undefined}
          className={tabClassName}
        >
          Last {range.days} days
          <LinkPending />
        </NavLink>
      ))}
    </nav>
  );
}
