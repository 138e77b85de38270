"use client";

import { usePathname } from "next/navigation";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { useShownParameters } from "@/components/data-table/shown-parameters";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";

/** The three views of the team: who is in it, who was asked, and who was. */
export function TeamTabs({ path }: { path: string }) {
  const pathname = usePathname();
  const isInvited = pathname.endsWith("/invitations");
  const isDeleted = useShownParameters().get("deleted") === "true";
  const isPast = !isInvited && isDeleted;
  const tabs = [
    { label: "Active", href: path, isCurrent: !isInvited && !isPast },
    { label: "Invited", href: `${path}/invitations?state=open,expired`, isCurrent: isInvited },
    { label: "Deactivated", href: `${path}?deleted=true`, isCurrent: isPast },
  ];
  return (
    <nav aria-label="Views of the team" className={tabListClassName}>
      {tabs.map(({ label, href, isCurrent }) => (
        <NavLink key={label} href={href} aria-current={isCurrent ? "page" : undefined} className={tabClassName}>
          {label}
          <LinkPending />
        </NavLink>
      ))}
    </nav>
  );
}
