"use client";

import type { RowData } from "@tanstack/react-table";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type MouseEvent, type PointerEvent, type ReactNode, useEffect, useMemo, useRef } from "react";
import type { Page } from "@/lib/list-query";
import type { BulkActions } from "./bulk-action";
import type { BulkBarProps } from "./bulk-bar";
import { useColumnChoice } from "./column-choice";
import { ColumnMenu } from "./column-menu";
import { startMove } from "./column-move";
import { startResize } from "./column-resize";
import type { DataTableColumns } from "./features";
import { useListTrail } from "./list-trail";
import { Pager } from "./pager";
import { useRowKeys } from "./row-keys";
import { useSelection } from "./selection";
import { TableBody } from "./table-body";
import { type TableColumn, tableColumn } from "./table-column";
import { followRow, useTableEdges } from "./table-edges";
import { HeadCell, hiddenClass, SelectPageHead } from "./table-head";
import type { SortLink, TableLinks } from "./table-links";
import { TableNothing, type TableNothingProps } from "./table-nothing";
import type { TableRowsProps } from "./table-rows";
import { useRowsHtml } from "./use-rows-html";

export interface DataTableProps<Row extends RowData> {
  /** Name of the list, under which the person's columns are kept; without it they last as long as the table shows. */
  list?: string;
  /** What the rows are, such as "Payment intents". */
  caption: string;
  /** From `columnHelper`, at module scope or memoized: a new array on each render would write the rows anew. */
  columns: DataTableColumns<Row>;
  page: Page<Row>;
  links: TableLinks;
  getRowId: (row: Row) => string;
  /** Makes the whole row lead there, by a link in the first cell, which then holds no link or button of its own. */
  rowHref?: (row: Row) => string;
  /** Shown while there is nothing yet; not when filters hide everything. */
  empty: TableNothingProps["empty"];
  /** Above the table, usually a `FilterBar`. */
  toolbar?: ReactNode;
  /** Beside the choice of columns, such as saved views and the export. */
  tools?: ReactNode;
  rowClassName?: (row: Row) => string | undefined;
  /** What can be done to many rows at once; rows get a checkbox where there is something. */
  bulk?: BulkActions<Row>;
}

// Loaded with the first row that is chosen. `dynamic` forgets that the component is generic.
const BulkBar = dynamic(() => import("./bulk-bar").then((module) => module.BulkBar), { ssr: false }) as <Row>(
  props: BulkBarProps<Row>,
) => ReactNode;

/** A list: rows of one page with sortable heads, column choice and pager. All that decides its rows is in the URL. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { columns, page, links, getRowId, rowHref, rowClassName, bulk } = props;
  const t = useTranslations("client.table");
  const router = useRouter();
  const infos = useMemo(() => columnInfos(columns), [columns]);
  const choice = useColumnChoice(props.list, infos.ids, infos.defaultIds);
  const shown = choice.shown.join();
  const shownColumns = useMemo(() => shown.split(",").flatMap((id) => infos.byId.get(id) ?? []), [infos, shown]);
  const rows = page.items;
  const region = useScrollToTop(rows[0] && getRowId(rows[0]));
  useListTrail(region, props.caption, page, links);
  const nameOf = bulk && bulk.actions.length > 0 ? bulk.nameOf : undefined;
  const selectRow = useMemo(() => rowNamer(t("selectRow", { name: NAME })), [t]);
  const { isChosen, widths } = choice;
  const body: TableRowsProps<Row> = {
    rows,
    getRowId,
    columns: shownColumns,
    rowHref,
    rowClassName,
    nameOf,
    selectRow,
    isChosen,
    widths,
  };
  const html = useRowsHtml(body);
  const rowIds = nameOf ? rows.map(getRowId) : [];
  const selection = useSelection(region, rowIds, html);
  const isSelecting = selection.ids.size > 0;
  useRowKeys(region, isSelecting ? selection.clear : undefined);
  useTableEdges(region);
  const isSortedByMany = Object.values(links.sorts).some(({ position }) => (position ?? 0) > 1);

  function onRowClick(event: MouseEvent<HTMLElement>) {
    if (nameOf) selection.onRowClick(event);
    followRow(event, region.current, router);
  }

  function onHeadPress(event: PointerEvent<HTMLElement>) {
    if (!startResize(event, choice.resize)) startMove(event, choice.shown, choice.show);
  }

  return (
    <div className="flex min-h-0 min-w-0 flex-col gap-3">
      <div className="flex shrink-0 flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1 basis-80">{props.toolbar}</div>
        <div className="flex flex-wrap items-center gap-2 [&>button]:h-8">
          {props.tools}
          <ColumnMenu columns={infos.optional} choice={choice} sorts={infos.sorts} links={links.sorts} />
        </div>
      </div>
      <div className="flex min-h-0 flex-col overflow-hidden rounded-lg border bg-surface">
        <section
          ref={region}
          aria-label={props.caption}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="table-region min-h-0 overflow-auto focus-visible:-outline-offset-2"
        >
          <table className="data-table" data-density={choice.density === "compact" ? "compact" : undefined}>
            <caption className="sr-only">{props.caption}</caption>
            <thead onPointerDown={onHeadPress}>
              <tr>
                {nameOf && (
                  <SelectPageHead
                    t={t}
                    chosen={selection.ids.size}
                    shown={rowIds.length}
                    onChange={selection.selectPage}
                  />
                )}
                {shownColumns.map((column) => {
                  const sort = column.meta.sort ? links.sorts[column.meta.sort] : undefined;
                  return (
                    <HeadCell
                      key={column.id}
                      t={t}
                      column={column}
                      sort={sort && keepIn(sort, choice.keep)}
                      isOneOfMany={isSortedByMany}
                      width={widths[column.id]}
                      className={hiddenClass(column.meta.hideBelow, isChosen)}
                    />
                  );
                })}
              </tr>
            </thead>
            <TableBody {...body} html={html} onClick={onRowClick} />
          </table>
          {rows.length === 0 && <TableNothing links={links} empty={props.empty} keep={choice.keep} />}
        </section>
        {(page.total > 0 || links.previous !== null) && <Pager page={page} links={links} keep={choice.keep} />}
      </div>
      {bulk && selection.wasUsed && (
        <BulkBar bulk={bulk} page={page} getRowId={getRowId} selection={selection} list={region} />
      )}
    </div>
  );
}

/** Stands for a row's name in the text of a checkbox, which so is put together once for all rows. */
const NAME = "\u{FFFC}";

function rowNamer(text: string): (name: string) => string {
  const [before = "", after = ""] = text.split(NAME);
  return (name) => before + name + after;
}

function keepIn(sort: SortLink, keep: (href: string) => string): SortLink {
  return { ...sort, href: keep(sort.href), addHref: sort.addHref && keep(sort.addHref) };
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

/** Ids and labels of the columns; the first one leads to the record and cannot be left out. */
function columnInfos<Row extends RowData>(definitions: DataTableColumns<Row>) {
  const all = definitions.map((definition) => tableColumn(definition));
  return {
    byId: new Map<string, TableColumn<Row>>(all.map((column) => [column.id, column])),
    ids: all.map(({ id }) => id),
    defaultIds: all.filter(({ meta }) => !meta.hiddenByDefault).map(({ id }) => id),
    optional: all.slice(1),
    sorts: all.flatMap(({ label, meta: { sort } }) => (sort ? { name: sort, label } : [])),
  };
}
