import { createColumnHelper, type DeepKeys, type DeepValue, type RowData, tableFeatures } from "@tanstack/react-table";
import type { ReactNode } from "react";

export interface DataTableColumnMeta {
  /** `end` for amounts and counts. */
  align?: "end";
  /** Name of the sort in the list's definition; the head becomes a link. */
  sort?: string;
  /** Left out on windows narrower than this, unless the person chose the columns. */
  hideBelow?: "sm" | "md" | "lg" | "xl";
  /** Name in the column menu where `header` is not a plain text. */
  label?: string;
  /** Shown only when chosen in the column menu. */
  hiddenByDefault?: boolean;
}

/** Sorting, filtering and paging happen in the database, and the table is given the chosen columns and no others. */
export const dataTableFeatures = tableFeatures({});

/** What a cell is made of: no table, no row object and no cell, which a page would need hundreds of. */
export interface CellInput<Row, Value> {
  row: { original: Row };
  getValue: () => Value;
}

interface ColumnParts<Row, Value> {
  header: string | (() => ReactNode);
  meta?: DataTableColumnMeta;
  /** Without it the value shows as text. */
  cell?: (cell: CellInput<Row, Value>) => ReactNode;
}

/** One column of a list, in TanStack's form. */
export interface DataTableColumn<Row> extends ColumnParts<Row, never> {
  id?: string;
  accessorKey?: string;
  accessorFn?: (row: Row) => unknown;
}

/** What `helper.columns([...])` gives. */
export type DataTableColumns<Row> = readonly DataTableColumn<Row>[];

export interface DataTableColumnHelper<Row extends RowData> {
  /** A field of the row by its name or path. */
  accessor<Path extends DeepKeys<Row>>(
    path: Path,
    column: ColumnParts<Row, DeepValue<Row, Path>> & { id?: string },
  ): DataTableColumn<Row>;
  /** What is worked out from a row. */
  accessor<Value>(
    accessor: (row: Row) => Value,
    column: ColumnParts<Row, Value> & { id: string },
  ): DataTableColumn<Row>;
  /** A column that is no field, such as one of buttons. */
  display(column: ColumnParts<Row, unknown> & { id: string }): DataTableColumn<Row>;
  columns(columns: DataTableColumns<Row>): DataTableColumns<Row>;
}

/** The helper that defines a list's columns: `const helper = columnHelper<AccountRow>()`. */
export function columnHelper<Row extends RowData>(): DataTableColumnHelper<Row> {
  // A cast: TanStack's helper, whose cells and heads may ask for no more than `CellInput`.
  return createColumnHelper<typeof dataTableFeatures, Row>() as unknown as DataTableColumnHelper<Row>;
}
