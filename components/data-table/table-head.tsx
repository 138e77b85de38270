"use client";

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import type { DataTableColumnMeta } from "./features";
import { LinkPending, NavLink } from "./nav-link";
import type { SortLink } from "./table-links";

export const HIDE_BELOW = {
  sm: "max-sm:hidden",
  md: "max-md:hidden",
  lg: "max-lg:hidden",
  xl: "max-xl:hidden",
} satisfies Record<NonNullable<DataTableColumnMeta["hideBelow"]>, string>;

const ICONS = { asc: ArrowUp, desc: ArrowDown };
const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

export interface HeadCellProps {
  meta: DataTableColumnMeta | undefined;
  sort: SortLink | undefined;
  className?: string;
  children: ReactNode;
}

/** The head of one column; a link where the list can be sorted by it. */
export function HeadCell({ meta, sort, className, children }: HeadCellProps) {
  const direction = sort?.direction ?? null;
  const Icon = direction ? ICONS[direction] : ChevronsUpDown;
  return (
    <th
      scope="col"
      data-sortable={sort ? "" : undefined}
      aria-sort={direction ? ARIA_SORT[direction] : undefined}
      className={cn(
        "h-8 whitespace-nowrap border-b bg-surface-muted px-3 font-medium text-muted-foreground text-xs",
        meta?.align === "end" && "text-right",
        className,
      )}
    >
      {sort ? (
        <NavLink
          href={sort.href}
          className={cn(
            "group/sort inline-flex items-center align-middle gap-1 rounded-sm hover:text-foreground",
            meta?.align === "end" && "flex-row-reverse",
            direction && "text-foreground",
          )}
        >
          {children}
          <LinkPending
            icon={
              <Icon
                aria-hidden
                className={cn(
                  "size-3.5",
                  !direction &&
                    "group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60 max-sm:opacity-60 sm:opacity-0",
                )}
              />
            }
          />
        </NavLink>
      ) : (
        children
      )}
    </th>
  );
}
