"use client";

import { type RowData, useTable } from "@tanstack/react-table";
import type { LucideIcon } from "lucide-react";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Page } from "@/lib/list-query";
import { useColumnChoice } from "./column-choice";
import { ColumnMenu } from "./column-menu";
import { type DataTableColumns, type DataTableFeatures, dataTableFeatures } from "./features";
import { Pager } from "./pager";
import { HeadCell, HIDE_BELOW } from "./table-head";
import type { TableLinks } from "./table-links";

export interface DataTableProps<Row extends RowData> {
  /** What the rows are, such as "Payment intents". */
  caption: string;
  /** From `columnHelper`, at module scope: a new array on each render would build the table anew. */
  columns: DataTableColumns<Row>;
  page: Page<Row>;
  links: TableLinks;
  getRowId: (row: Row) => string;
  /** Makes the whole row lead there, by a link in the first cell, which then holds no link or button of its own. */
  rowHref?: (row: Row) => string;
  /** Shown while there is nothing yet; not when filters hide everything. */
  empty: { icon?: LucideIcon; title: string; description?: ReactNode; action?: ReactNode };
  /** Above the table, usually a `FilterBar`. */
  toolbar?: ReactNode;
  /** Beside the choice of columns, such as saved views and the export. */
  tools?: ReactNode;
  rowClassName?: (row: Row) => string | undefined;
}

/** A list: rows of one page with sortable heads, column choice and pager. All its state is in the URL. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { columns, page, links, getRowId, rowHref, rowClassName } = props;
  const infos = useMemo(() => columnInfos(columns), [columns]);
  const choice = useColumnChoice(infos.ids, infos.defaultIds);
  const columnVisibility = Object.fromEntries(infos.ids.map((id) => [id, choice.isVisible(id)]));
  const table = useTable<DataTableFeatures, Row>({
    features: dataTableFeatures,
    columns,
    data: page.items,
    getRowId,
    state: { columnVisibility },
  });
  const rows = table.getRowModel().rows;
  const region = useScrollToTop(rows[0]?.id);

  return (
    <div className="flex min-h-0 min-w-0 flex-col gap-3">
      <div className="flex shrink-0 flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1">{props.toolbar}</div>
        {props.tools}
        <ColumnMenu columns={infos.optional} choice={choice} />
      </div>
      <div className="flex min-h-0 flex-col overflow-hidden rounded-lg border bg-surface">
        <section
          ref={region}
          aria-label={props.caption}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="min-h-0 overflow-auto focus-visible:-outline-offset-2"
        >
          <table className="data-table w-full border-separate border-spacing-0 text-left text-sm">
            <caption className="sr-only">{props.caption}</caption>
            <thead className="sticky top-0 z-10">
              {table.getHeaderGroups().map((group) => (
                <tr key={group.id}>
                  {group.headers.map((header) => {
                    const meta = header.column.columnDef.meta;
                    const sort = meta?.sort ? links.sorts[meta.sort] : undefined;
                    return (
                      <HeadCell
                        key={header.id}
                        meta={meta}
                        sort={sort && { ...sort, href: choice.keep(sort.href) }}
                        className={hiddenClass(meta?.hideBelow, choice.isChosen)}
                      >
                        <table.FlexRender header={header} />
                      </HeadCell>
                    );
                  })}
                </tr>
              ))}
            </thead>
            <tbody>
              {rows.map((row) => {
                const href = rowHref?.(row.original);
                return (
                  <tr key={row.id} data-linked={href ? "" : undefined} className={rowClassName?.(row.original)}>
                    {row.getVisibleCells().map((cell, index) => {
                      const meta = cell.column.columnDef.meta;
                      return (
                        <td
                          key={cell.id}
                          data-align={meta?.align}
                          className={hiddenClass(meta?.hideBelow, choice.isChosen)}
                        >
                          {index === 0 && href ? (
                            <Link href={href} prefetch={false} data-row-link>
                              <table.FlexRender cell={cell} />
                            </Link>
                          ) : (
                            <table.FlexRender cell={cell} />
                          )}
                        </td>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </table>
          {rows.length === 0 && <Nothing {...props} keep={choice.keep} />}
        </section>
        {(page.total > 0 || links.previous !== null) && <Pager page={page} links={links} keep={choice.keep} />}
      </div>
    </div>
  );
}

/** Another page begins at its top: in its own frame, and in the window where that scrolls. */
function useScrollToTop(firstRowId: string | undefined) {
  const region = useRef<HTMLElement>(null);
  const shownId = useRef(firstRowId);
  useEffect(() => {
    if (shownId.current === firstRowId) return;
    shownId.current = firstRowId;
    region.current?.scrollTo({ top: 0 });
    if (region.current && region.current.getBoundingClientRect().top < 0) region.current.scrollIntoView();
  }, [firstRowId]);
  return region;
}

/** Why there are no rows: none yet, none that match, or a page past the end. */
function Nothing<Row extends RowData>(props: DataTableProps<Row> & { keep: (href: string) => string }) {
  const { links, empty, keep } = props;
  if (links.previous !== null) {
    const action = <ButtonLink href={keep(links.first)}>Go to the first page</ButtonLink>;
    return <EmptyState icon={SearchX} title="No more rows here" action={action} />;
  }
  if (links.clear !== null) {
    const action = <ButtonLink href={keep(links.clear)}>Clear filters</ButtonLink>;
    return (
      <EmptyState
        icon={SearchX}
        title="Nothing matches"
        description="No row has all that is asked for."
        action={action}
      />
    );
  }
  return <EmptyState {...empty} />;
}

function hiddenClass(hideBelow: keyof typeof HIDE_BELOW | undefined, isChosen: boolean): string | undefined {
  return hideBelow && !isChosen ? HIDE_BELOW[hideBelow] : undefined;
}

/** Ids and labels of the columns; the first one leads to the record and cannot be left out. */
function columnInfos<Row extends RowData>(columns: DataTableColumns<Row>) {
  const all = columns.map((column) => {
    const id = column.id ?? ("accessorKey" in column ? String(column.accessorKey).replaceAll(".", "_") : "");
    const header = typeof column.header === "string" ? column.header : id;
    return { id, label: column.meta?.label ?? header, isHidden: column.meta?.hiddenByDefault ?? false };
  });
  return {
    ids: all.map(({ id }) => id),
    defaultIds: all.filter(({ isHidden }) => !isHidden).map(({ id }) => id),
    optional: all.slice(1),
  };
}
