"use client";

import { useTranslations } from "next-intl";
import { Button, buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuContent, MenuLink, MenuTrigger } from "@/components/ui/menu";
import type { Page } from "@/lib/list-query";
import type { Texts } from "@/lib/messages/texts";
import { LinkPending, NavLink } from "./nav-link";
import type { TableLinks } from "./table-links";

type Counts = Pick<Page<unknown>, "total" | "totalIsCapped" | "page" | "size"> & { shown: number };

/** "1–50 of 10,000+"; without a page number "50 of 10,000+". */
export function countLine(t: Texts<"client.table.pager">, { total, totalIsCapped, page, size, shown }: Counts): string {
  const all = { total, capped: totalIsCapped ? "yes" : "no" };
  if (shown === 0 || page === null) return t("count", { ...all, shown });
  const first = (page - 1) * size + 1;
  return t("range", { ...all, first, last: first + shown - 1 });
}

export interface PagerProps {
  page: Page<unknown>;
  links: TableLinks;
  /** Carries the choice of columns along. */
  keep: (href: string) => string;
}

/** The line below a table: how many rows, how many per page, and the ways to the other pages. */
export function Pager({ page, links, keep }: PagerProps) {
  const t = useTranslations("client.table.pager");
  const first = links.previous === null ? null : keep(links.first);
  const previous = links.previous && keep(links.previous);
  const next = links.next && keep(links.next);
  const linkClassName = buttonVariants({ size: "sm" });
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t px-3 py-2 text-xs">
      <p role="status" className="text-muted-foreground tabular-nums">
        {countLine(t, { ...page, shown: page.items.length })}
      </p>
      <nav aria-label={t("pages")} className="ms-auto flex items-center gap-1.5">
        <Menu>
          <MenuTrigger render={<Button size="sm" variant="ghost" className="text-muted-foreground" />}>
            {t("perPage", { size: page.size })}
          </MenuTrigger>
          <MenuContent align="end" side="top" className="min-w-28">
            {links.sizes.map(({ size, href }) => (
              <MenuLink key={size} href={keep(href)} current={size === page.size}>
                {t("rows", { size })}
              </MenuLink>
            ))}
          </MenuContent>
        </Menu>
        <NavLink href={first} aria-label={t("first")} className={buttonVariants({ size: "icon-sm" })}>
          <LinkPending icon={<Icon name="chevrons-left" className="rtl:rotate-180" />} />
        </NavLink>
        <NavLink href={previous} rel="prev" className={linkClassName}>
          <LinkPending icon={<Icon name="chevron-left" className="rtl:rotate-180" />} />
          <span className="max-sm:sr-only">{t("previous")}</span>
        </NavLink>
        <NavLink href={next} rel="next" className={linkClassName}>
          <span className="max-sm:sr-only">{t("next")}</span>
          <LinkPending icon={<Icon name="chevron-right" className="rtl:rotate-180" />} />
        </NavLink>
      </nav>
    </div>
  );
}
