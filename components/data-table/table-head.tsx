"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { MouseEvent, ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { cn } from "@/lib/cn";
import type { Texts } from "@/lib/messages/texts";
import { columnStyle } from "./column-resize";
import type { DataTableColumnMeta } from "./features";
import { LinkPending, NavLink } from "./nav-link";
import type { SortLink } from "./table-links";

const HIDE_BELOW = {
  sm: "max-sm:hidden",
  md: "max-md:hidden",
  lg: "max-lg:hidden",
  xl: "max-xl:hidden",
} satisfies Record<NonNullable<DataTableColumnMeta["hideBelow"]>, string>;

const ICONS = { asc: "arrow-up", desc: "arrow-down" } as const;
const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

/** The class that leaves a cell out on narrow windows, unless the person chose the columns. */
export function hiddenClass(hideBelow: keyof typeof HIDE_BELOW | undefined, isChosen: boolean): string | undefined {
  return hideBelow && !isChosen ? HIDE_BELOW[hideBelow] : undefined;
}

export interface HeadCellProps {
  /** The table's, for all its heads. */
  t: Texts<"client.table">;
  id: string;
  meta: DataTableColumnMeta | undefined;
  /** Name of the column, where the head itself shows more than a text. */
  label: string;
  sort: SortLink | undefined;
  /** True if the list is sorted by several columns: then each says its place. */
  isOneOfMany: boolean;
  /** In pixels, of a column that was resized. */
  width: number | undefined;
  className?: string;
  children: ReactNode;
}

/**
 * The head of one column; a link where the list can be sorted by it, and a handle for its width; dragged, it moves the
 * column. With shift, by a click or by enter, the column breaks the ties of the order that there is.
 */
export function HeadCell({ t, id, meta, label, sort, isOneOfMany, width, className, children }: HeadCellProps) {
  const direction = sort?.direction ?? null;
  const router = useRouter();
  function follow(event: MouseEvent) {
    if (!event.shiftKey || !sort?.addHref) return;
    event.preventDefault();
    router.push(sort.addHref, { scroll: false });
  }
  return (
    <th
      scope="col"
      data-column={id}
      data-align={meta?.align}
      data-sortable={sort ? "" : undefined}
      aria-sort={direction ? ARIA_SORT[direction] : undefined}
      className={className}
      style={width === undefined ? undefined : columnStyle(width)}
    >
      {sort ? (
        <NavLink
          href={sort.href}
          onClick={follow}
          draggable={false}
          title={sort.addHref ? t("sortBy", { label }) : undefined}
          className={cn("sort-link group/sort", direction && "text-foreground")}
        >
          {children}
          <LinkPending icon={<SortIcon direction={direction} />} />
          {sort.position !== null && isOneOfMany && <span className="tabular-nums">{sort.position}</span>}
        </NavLink>
      ) : (
        children
      )}
      <span data-resize={id} aria-hidden />
    </th>
  );
}

function SortIcon({ direction }: Pick<SortLink, "direction">) {
  return (
    <Icon
      name={direction ? ICONS[direction] : "chevrons-up-down"}
      className={cn(
        "size-3.5",
        !direction && "group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60 max-sm:opacity-60 sm:opacity-0",
      )}
    />
  );
}

export interface SelectPageHeadProps {
  /** Rows that are chosen, and rows of the page. */
  chosen: number;
  shown: number;
  onChange: (isSelected: boolean) => void;
}

/** The box above the boxes of the rows: chooses the page, or lets go of what is chosen. */
export function SelectPageHead({ chosen, shown, onChange }: SelectPageHeadProps) {
  const t = useTranslations("client.table");
  const isAll = shown > 0 && chosen >= shown;
  return (
    // No head: it names nothing.
    <td data-select>
      <label>
        <input
          type="checkbox"
          className="check"
          aria-label={t("selectPage")}
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = chosen > 0 && !isAll;
          }}
          onChange={(event) => onChange(event.target.checked)}
        />
      </label>
    </td>
  );
}
