"use client";

import { usePathname } from "next/navigation";
import { useLocale } from "next-intl";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";
import { changedUrl } from "./filter-fields";
import { LinkPending, NavLink } from "./nav-link";
import { useShownParameters } from "./shown-parameters";

export interface TabLinksProps {
  /** The parameter the tabs set, such as `status`. */
  name: string;
  label: string;
  /** `value: null` is the tab for all. */
  tabs: readonly { value: string | null; label: string; count?: number }[];
}

/** Tabs over a list, each of them one value of a filter; links, so that they work like every other filter. */
export function TabLinks({ name, label, tabs }: TabLinksProps) {
  const pathname = usePathname();
  const current = useShownParameters();
  const locale = useLocale();
  const value = current.get(name) || null;
  return (
    <nav aria-label={label} className={tabListClassName}>
      {tabs.map((tab) => (
        <NavLink
          key={tab.label}
          href={changedUrl(pathname, current, { [name]: tab.value })}
          aria-current={tab.value === value ? "true" : undefined}
          className={tabClassName}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className="text-muted-foreground text-xs tabular-nums">{tab.count.toLocaleString(locale)}</span>
          )}
          <LinkPending />
        </NavLink>
      ))}
    </nav>
  );
}
