"use client";

import type { Cell, RowData, Row as TableRow } from "@tanstack/react-table";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { columnStyle } from "./column-resize";
import type { DataTableFeatures } from "./features";
import { hiddenClass } from "./table-head";

export interface TableRowsProps<Row extends RowData> {
  rows: readonly TableRow<DataTableFeatures, Row>[];
  rowHref: ((row: Row) => string) | undefined;
  rowClassName: ((row: Row) => string | undefined) | undefined;
  /** What each row's checkbox is called; without it there are none. */
  nameOf: ((row: Row) => string) | undefined;
  /** True if the columns were chosen, and show on every window. */
  isChosen: boolean;
  widths: Readonly<Record<string, number>>;
}

/** The rows: plain elements without state of their own, rendered anew only when they or the columns change. */
export const TableRows = memo(function TableRows<Row extends RowData>(props: TableRowsProps<Row>) {
  const { rows, rowHref, rowClassName, nameOf, isChosen, widths } = props;
  const t = useTranslations("client.table");
  return rows.map((row) => {
    const href = rowHref?.(row.original);
    return (
      <tr key={row.id} data-linked={href ? "" : undefined} className={rowClassName?.(row.original)}>
        {nameOf && (
          <td data-select>
            <label>
              <input
                type="checkbox"
                data-select-row
                className="check"
                aria-label={t("selectRow", { name: nameOf(row.original) })}
              />
            </label>
          </td>
        )}
        {row.getAllCells().map((cell, index) => {
          const { id, columnDef } = cell.column;
          const width = widths[id];
          return (
            <td
              key={id}
              data-align={columnDef.meta?.align}
              className={hiddenClass(columnDef.meta?.hideBelow, isChosen)}
              style={width === undefined ? undefined : columnStyle(width)}
            >
              {index === 0 && href ? (
                <Link href={href} prefetch={false} data-row-link>
                  {contentOf(cell)}
                </Link>
              ) : (
                contentOf(cell)
              )}
            </td>
          );
        })}
      </tr>
    );
  });
  // `memo` forgets that the component is generic.
}) as <Row extends RowData>(props: TableRowsProps<Row>) => ReactNode;

/** Called rather than rendered: a cell's function has no state, and a page has hundreds of cells. */
function contentOf<Row extends RowData>(cell: Cell<DataTableFeatures, Row, unknown>): ReactNode {
  const { cell: render } = cell.column.columnDef;
  return typeof render === "function" ? render(cell.getContext()) : render;
}
