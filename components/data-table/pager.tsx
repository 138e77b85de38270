"use client";

import { ChevronLeft, ChevronRight, ChevronsLeft } from "lucide-react";
import { Button, buttonVariants } from "@/components/ui/button";
import { Menu, MenuContent, MenuLink, MenuTrigger } from "@/components/ui/menu";
import type { Page } from "@/lib/list-query";
import { LinkPending, NavLink } from "./nav-link";
import type { TableLinks } from "./table-links";

type Counts = Pick<Page<unknown>, "total" | "totalIsCapped" | "page" | "size"> & { shown: number };

const numbers = new Intl.NumberFormat("en");

/** "1–50 of 10,000+"; without a page number "50 of 10,000+". */
export function countLine({ total, totalIsCapped, page, size, shown }: Counts): string {
  const all = `${numbers.format(total)}${totalIsCapped ? "+" : ""}`;
  if (shown === 0) return `0 of ${all}`;
  if (page === null) return `${numbers.format(shown)} of ${all}`;
  const first = (page - 1) * size + 1;
  return `${numbers.format(first)}–${numbers.format(first + shown - 1)} of ${all}`;
}

export interface PagerProps {
  page: Page<unknown>;
  links: TableLinks;
  /** Carries the choice of columns along. */
  keep: (href: string) => string;
}

/** The line below a table: how many rows, how many per page, and the ways to the other pages. */
export function Pager({ page, links, keep }: PagerProps) {
  const first = links.previous === null ? null : keep(links.first);
  const previous = links.previous && keep(links.previous);
  const next = links.next && keep(links.next);
  const linkClassName = buttonVariants({ size: "sm" });
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t px-3 py-2 text-xs">
      <p role="status" className="text-muted-foreground tabular-nums">
        {countLine({ ...page, shown: page.items.length })}
      </p>
      <nav aria-label="Pages" className="ms-auto flex items-center gap-1.5">
        <Menu>
          <MenuTrigger render={<Button size="sm" variant="ghost" className="text-muted-foreground" />}>
            {page.size} per page
          </MenuTrigger>
          <MenuContent align="end" side="top" className="min-w-28">
            {links.sizes.map(({ size, href }) => (
              <MenuLink key={size} href={keep(href)} current={size === page.size}>
                {size} rows
              </MenuLink>
            ))}
          </MenuContent>
        </Menu>
        <NavLink href={first} aria-label="First page" className={buttonVariants({ size: "icon-sm" })}>
          <LinkPending icon={<ChevronsLeft aria-hidden />} />
        </NavLink>
        <NavLink href={previous} rel="prev" className={linkClassName}>
          <LinkPending icon={<ChevronLeft aria-hidden />} />
          <span className="max-sm:sr-only">Previous</span>
        </NavLink>
        <NavLink href={next} rel="next" className={linkClassName}>
          <span className="max-sm:sr-only">Next</span>
          <LinkPending icon={<ChevronRight aria-hidden />} />
        </NavLink>
      </nav>
    </div>
  );
}
