"use client";

import { type ColumnDef, type RowData, useTable } from "@tanstack/react-table";
import { memo, type ReactNode, useMemo } from "react";
import { columnStyle } from "./column-resize";
import { dataTableFeatures } from "./features";
import type { TableColumn } from "./table-column";
import { hiddenClass } from "./table-head";

export interface TableRowsProps<Row extends RowData> {
  rows: readonly Row[];
  getRowId: (row: Row) => string;
  /** Those that show, in their order. */
  columns: readonly TableColumn<Row>[];
  rowHref: ((row: Row) => string) | undefined;
  rowClassName: ((row: Row) => string | undefined) | undefined;
  /** What each row's checkbox is called; without it there are none. */
  nameOf: ((row: Row) => string) | undefined;
  /** The checkbox's own name, from the row's. */
  selectRow: (name: string) => string;
  /** True if the columns were chosen, and show on every window. */
  isChosen: boolean;
  widths: Readonly<Record<string, number>>;
}

/**
 * Rows that hold more than plain elements, such as buttons: rendered anew only when they or the columns change. All
 * others are written as text by `rowsHtml`, in the same form and without a table object.
 */
export const TableRows = memo(function TableRows<Row extends RowData>(props: TableRowsProps<Row>) {
  const { columns, getRowId, rowHref, rowClassName, nameOf, isChosen, widths, selectRow } = props;
  const table = useTable({
    features: dataTableFeatures,
    columns: useMemo(() => columns.map(({ definition }) => definition), [columns]) as ColumnDef<
      typeof dataTableFeatures,
      Row
    >[],
    data: props.rows,
    getRowId,
  });
  return table.getRowModel().rows.map(({ id: rowId, original }) => {
    const href = rowHref?.(original);
    return (
      <tr key={rowId} data-linked={href ? "" : undefined} className={rowClassName?.(original)}>
        {nameOf && (
          <td data-select>
            <label>
              <input type="checkbox" data-select-row className="check" aria-label={selectRow(nameOf(original))} />
            </label>
          </td>
        )}
        {columns.map(({ id, meta, contentOf }, index) => {
          const width = widths[id];
          return (
            <td
              key={id}
              data-align={meta.align}
              className={hiddenClass(meta.hideBelow, isChosen)}
              style={width === undefined ? undefined : columnStyle(width)}
            >
              {index === 0 && href ? (
                <a href={href} data-row-link>
                  {contentOf(original)}
                </a>
              ) : (
                contentOf(original)
              )}
            </td>
          );
        })}
      </tr>
    );
  });
  // `memo` forgets that the component is generic.
}) as <Row extends RowData>(props: TableRowsProps<Row>) => ReactNode;
