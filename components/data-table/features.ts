import { type ColumnHelper, createColumnHelper, metaHelper, type RowData, tableFeatures } from "@tanstack/react-table";

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
export const dataTableFeatures = tableFeatures({
  columnMeta: metaHelper<DataTableColumnMeta>(),
});

export type DataTableFeatures = typeof dataTableFeatures;

/** What `helper.columns([...])` gives. */
export type DataTableColumns<Row extends RowData> = ReturnType<ColumnHelper<DataTableFeatures, Row>["columns"]>;

/** The helper that defines a list's columns: `const helper = columnHelper<AccountRow>()`. */
export function columnHelper<Row extends RowData>(): ColumnHelper<DataTableFeatures, Row> {
  return createColumnHelper<DataTableFeatures, Row>();
}
