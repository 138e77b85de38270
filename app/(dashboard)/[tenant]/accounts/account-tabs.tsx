"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { changedUrl } from "@/components/data-table/filter-fields";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { useShownParameters } from "@/components/data-table/shown-parameters";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";

/** The three views of the accounts: the list, the tree, and what was deleted. Filters stay between the two lists. */
export function AccountTabs({ path }: { path: string }) {
  const t = useTranslations("client.accounts");
  const pathname = usePathname();
  const current = useShownParameters();
  const isTree = pathname.endsWith("/tree");
  const isDeleted = !isTree && current.get("deleted") === "true";
  const tabs = [
    { label: t("tabs.list"), href: changedUrl(path, current, { deleted: null }), isCurrent: !isTree && !isDeleted },
    { label: t("tabs.tree"), href: `${path}/tree`, isCurrent: isTree },
    { label: t("tabs.deleted"), href: changedUrl(path, current, { deleted: "true" }), isCurrent: isDeleted },
  ];
  return (
    <nav aria-label={t("tabs.views")} className={tabListClassName}>
      {tabs.map(({ label, href, isCurrent }) => (
        <NavLink key={label} href={href} aria-current={isCurrent ? "page" : undefined} className={tabClassName}>
          {label}
          <LinkPending />
        </NavLink>
      ))}
    </nav>
  );
}
