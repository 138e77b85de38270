"use client";

import type { Column, RowData, Row as TableRow } from "@tanstack/react-table";
import { memo, type ReactNode } from "react";
import { columnStyle } from "./column-resize";
import type { DataTableFeatures } from "./features";
import { hiddenClass } from "./table-head";

export interface TableRowsProps<Row extends RowData> {
  rows: readonly TableRow<DataTableFeatures, Row>[];
  /** Those that show, in their order. */
  columns: readonly Column<DataTableFeatures, Row>[];
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
 * others are written as text by `rowsHtml`, in the same form.
 */
export const TableRows = memo(function TableRows<Row extends RowData>(props: TableRowsProps<Row>) {
  const { rows, columns, rowHref, rowClassName, nameOf, isChosen, widths, selectRow } = props;
  return rows.map((row) => {
    const href = rowHref?.(row.original);
    return (
      <tr key={row.id} data-linked={href ? "" : undefined} className={rowClassName?.(row.original)}>
        {nameOf && (
          <td data-select>
            <label>
              <input type="checkbox" data-select-row className="check" aria-label={selectRow(nameOf(row.original))} />
            </label>
          </td>
        )}
        {columns.map((column, index) => {
          const { id, columnDef } = column;
          const width = widths[id];
          return (
            <td
              key={id}
              data-align={columnDef.meta?.align}
              className={hiddenClass(columnDef.meta?.hideBelow, isChosen)}
              style={width === undefined ? undefined : columnStyle(width)}
            >
              {index === 0 && href ? (
                <a href={href} data-row-link>
                  {contentOf(row, column)}
                </a>
              ) : (
                contentOf(row, column)
              )}
            </td>
          );
        })}
      </tr>
    );
  });
  // `memo` forgets that the component is generic.
}) as <Row extends RowData>(props: TableRowsProps<Row>) => ReactNode;

/**
 * What a cell shows. Its function is called rather than rendered, since it has no state, and the table makes no object of
 * the cell unless the function asks for it: a page has hundreds of cells.
 */
export function contentOf<Row extends RowData>(
  row: TableRow<DataTableFeatures, Row>,
  column: Column<DataTableFeatures, Row>,
): ReactNode {
  const { cell: render } = column.columnDef;
  if (typeof render !== "function") return render;
  // A cast: the column's own function says what its values are.
  const getValue = <Value,>() => column.accessorFn?.(row.original, row.index) as Value;
  return render({
    ...{ row, column, table: row.table, getValue, renderValue: getValue },
    get cell() {
      return cellOf(row, column);
    },
  });
}

function cellOf<Row extends RowData>(row: TableRow<DataTableFeatures, Row>, column: Column<DataTableFeatures, Row>) {
  const cell = row.getAllCells().find((one) => one.column.id === column.id);
  if (!cell) throw new Error(`The table has no column ${column.id}`);
  return cell;
}
