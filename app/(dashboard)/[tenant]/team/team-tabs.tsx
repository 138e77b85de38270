"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { useShownParameters } from "@/components/data-table/shown-parameters";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";

/** The three views of the team: who is in it, who was asked, and who was. */
export function TeamTabs({ path }: { path: string }) {
  const t = useTranslations("client.team.tabs");
  const pathname = usePathname();
  const isInvited = pathname.endsWith("/invitations");
  const isDeleted = useShownParameters().get("deleted") === "true";
  const isPast = !isInvited && isDeleted;
  const tabs = [
    { label: t("active"), href: path, isCurrent: !isInvited && !isPast },
    { label: t("invited"), href: `${path}/invitations?state=open,expired`, isCurrent: isInvited },
    { label: t("deactivated"), href: `${path}?deleted=true`, isCurrent: isPast },
  ];
  return (
    <nav aria-label={t("views")} className={tabListClassName}>
      {tabs.map(({ label, href, isCurrent }) => (
        <NavLink key={label} href={href} aria-current={isCurrent ? "page" : undefined} className={tabClassName}>
          {label}
          <LinkPending />
        </NavLink>
      ))}
    </nav>
  );
}
