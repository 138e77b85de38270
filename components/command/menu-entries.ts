import { History, type LucideIcon } from "lucide-react";
import type { Texts } from "@/lib/messages/texts";
import type { NavSection } from "../shell/nav";
import type { TenantChoice } from "../shell/tenant-switcher";
import type { CommandEntry } from "./entry";
import { GO_PREFIX, type GoKey } from "./keys";
import { readRecent } from "./recent";

/** A line of the menu: one of the server's, or one that the page itself carries out. */
export interface MenuEntry extends Omit<CommandEntry, "href"> {
  href?: string;
  run?: () => void;
  /** Keys that do the same. */
  keys?: readonly string[];
  ownIcon?: LucideIcon;
}

type CommandTexts = Texts<"client.command">;

interface Places {
  home: string | null;
  sections: readonly NavSection[];
  tenants: readonly TenantChoice[];
  links: readonly { label: string; href: string }[];
}

/** The pages of the sidebar, the person's own, and the other tenants. */
export function pageEntries(
  t: CommandTexts,
  { home, sections, tenants, links }: Places,
  goKeys: readonly GoKey[],
): MenuEntry[] {
  const keyOf = (href: string) => goKeys.find(({ path }) => `${home}${path}` === href)?.key;
  const pages = sections.flatMap(({ items }) =>
    items.map(({ label, href, icon }): MenuEntry => {
      const key = keyOf(href);
      return {
        id: `page ${href}`,
        group: t("groups.pages"),
        label,
        href,
        icon,
        ...(key && { keys: [GO_PREFIX, key] }),
      };
    }),
  );
  const own = links.map(
    ({ label, href }): MenuEntry => ({
      ...{ id: `page ${href}`, group: t("groups.pages"), label, href, icon: "users" },
      keywords: t("ownKeywords").split(", "),
    }),
  );
  const others = tenants
    .filter(({ href }) => href !== home && !pages.some((page) => page.href === href))
    .map(
      ({ name, href }): MenuEntry => ({
        ...{ id: `tenant ${href}`, group: t("groups.tenants"), label: t("switchTo", { name }), href, icon: "tenants" },
      }),
    );
  return [...pages, ...own, ...others];
}

/** What was looked at last. */
export function recentEntries(t: CommandTexts, home: string): MenuEntry[] {
  return readRecent(home).map(({ href, label }) => ({
    ...{ id: `recent ${href}`, group: t("groups.recent"), label, href, ownIcon: History },
  }));
}
