"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { Texts } from "@/lib/messages/texts";
import { columnStyle } from "./column-resize";
import type { DataTableColumnMeta } from "./features";
import { LinkPending, NavLink } from "./nav-link";
import type { TableColumn } from "./table-column";
import type { SortLink } from "./table-links";

const HIDE_BELOW = {
  sm: "max-sm:hidden",
  md: "max-md:hidden",
  lg: "max-lg:hidden",
  xl: "max-xl:hidden",
} satisfies Record<NonNullable<DataTableColumnMeta["hideBelow"]>, string>;

const SORT_ICONS = {
  asc: { name: "arrow-up", className: "size-3.5" },
  desc: { name: "arrow-down", className: "size-3.5" },
  none: {
    name: "chevrons-up-down",
    className:
      "size-3.5 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60 max-sm:opacity-60 sm:opacity-0",
  },
} as const;
const ARIA_SORT = { asc: "ascending", desc: "descending" } as const;

/** The class that leaves a cell out on narrow windows, unless the person chose the columns. */
export function hiddenClass(hideBelow: keyof typeof HIDE_BELOW | undefined, isChosen: boolean): string | undefined {
  return hideBelow && !isChosen ? HIDE_BELOW[hideBelow] : undefined;
}

export interface HeadCellProps<Row> {
  /** The table's, for all its heads. */
  t: Texts<"client.table">;
  column: TableColumn<Row>;
  sort: SortLink | undefined;
  /** True if the list is sorted by several columns: then each says its place. */
  isOneOfMany: boolean;
  /** In pixels, of a column that was resized. */
  width: number | undefined;
  className: string | undefined;
}

/**
 * The head of one column; a link where the list can be sorted by it, and a handle for its width; dragged, it moves the
 * column.
 */
export function HeadCell<Row>({ t, column, sort, isOneOfMany, width, className }: HeadCellProps<Row>) {
  const { id, label, meta, definition } = column;
  const content = typeof definition.header === "function" ? definition.header() : definition.header;
  return (
    <th
      scope="col"
      data-column={id}
      data-align={meta.align}
      data-sortable={sort ? "" : undefined}
      aria-sort={sort?.direction ? ARIA_SORT[sort.direction] : undefined}
      className={className}
      style={width === undefined ? undefined : columnStyle(width)}
    >
      {sort ? (
        <SortHead sort={sort} title={sort.addHref ? t("sortBy", { label }) : undefined} isOneOfMany={isOneOfMany}>
          {content}
        </SortHead>
      ) : (
        content
      )}
      <span data-resize={id} aria-hidden />
    </th>
  );
}

interface SortHeadProps {
  sort: SortLink;
  /** Says what shift does, where it does something. */
  title: string | undefined;
  isOneOfMany: boolean;
  children: ReactNode;
}

/** Sorts by the column; with shift, by a click or by enter, the column breaks the ties of the order that there is. */
function SortHead({ sort: { href, addHref, direction, position }, title, isOneOfMany, children }: SortHeadProps) {
  const router = useRouter();
  function follow(event: MouseEvent) {
    if (!event.shiftKey || !addHref) return;
    event.preventDefault();
    router.push(addHref, { scroll: false });
  }
  return (
    <NavLink
      href={href}
      onClick={follow}
      draggable={false}
      title={title}
      className={direction ? "sort-link group/sort text-foreground" : "sort-link group/sort"}
    >
      {children}
      <LinkPending icon={<Icon {...SORT_ICONS[direction ?? "none"]} />} />
      {position !== null && isOneOfMany && <span className="tabular-nums">{position}</span>}
    </NavLink>
  );
}

export interface SelectPageHeadProps {
  /** The table's. */
  t: Texts<"client.table">;
  /** Rows that are chosen, and rows of the page. */
  chosen: number;
  shown: number;
  onChange: (isSelected: boolean) => void;
}

/** The box above the boxes of the rows: chooses the page, or lets go of what is chosen. */
export function SelectPageHead({ t, chosen, shown, onChange }: SelectPageHeadProps) {
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
