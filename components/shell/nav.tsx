"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Texts } from "@/lib/messages/texts";
import { NAV_ICONS, type NavIcon } from "./icons";

export interface NavItem {
  label: string;
  href: string;
  icon: NavIcon;
  /** True for a section's start page, which is current only at its very address. */
  exact?: boolean;
  /** How many things wait there; none is not shown. */
  count?: number;
}

export interface NavSection {
  label?: string;
  items: readonly NavItem[];
}

/** The links of the sidebar; the one that holds the page is marked. */
export function Nav({ sections, onNavigate }: { sections: readonly NavSection[]; onNavigate?: () => void }) {
  const t = useTranslations("client.shell");
  const pathname = usePathname();
  return (
    <nav aria-label={t("main")} className="flex flex-col gap-4 px-2 py-3">
      {sections.map((section) => (
        <div key={section.label ?? "main"}>
          {section.label && <p className="px-2 pb-1 font-medium text-muted-foreground text-xs">{section.label}</p>}
          <ul className="flex flex-col gap-px">
            {section.items.map((item) => (
              <li key={item.href}>
                <NavEntry t={t} item={item} isCurrent={isAt(pathname, item)} onNavigate={onNavigate} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function isAt(pathname: string, item: NavItem): boolean {
  return pathname === item.href || (!item.exact && pathname.startsWith(`${item.href}/`));
}

interface NavEntryProps {
  t: Texts<"client.shell">;
  item: NavItem;
  isCurrent: boolean;
  onNavigate: (() => void) | undefined;
}

function NavEntry({ t, item, isCurrent, onNavigate }: NavEntryProps) {
  return (
    <Link
      href={item.href}
      onClick={onNavigate}
      aria-current={isCurrent ? "page" : undefined}
      data-icon={NAV_ICONS[item.icon]}
      className="nav-link"
    >
      <span className="truncate">{item.label}</span>
      {item.count ? (
        <span className="ms-auto rounded-sm bg-warning-subtle px-1.5 text-warning-text text-xs tabular-nums">
          {t.rich("waiting", {
            count: item.count,
            words: (chunks) => <span className="sr-only">{chunks}</span>,
          })}
        </span>
      ) : null}
    </Link>
  );
}
