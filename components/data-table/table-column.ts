import type { ReactNode } from "react";
import type { DataTableColumn, DataTableColumnMeta } from "./features";

/** A column as the table shows it: what its definition says, looked up once for all its cells. */
export interface TableColumn<Row> {
  id: string;
  /** Its name, also where the head shows more than a text. */
  label: string;
  meta: DataTableColumnMeta;
  definition: DataTableColumn<Row>;
  /** What a row shows in it. Called rather than rendered, since it has no state. */
  contentOf: (row: Row) => ReactNode;
}

/** Reads a column's definition, by TanStack's rules for ids and paths. */
export function tableColumn<Row>(definition: DataTableColumn<Row>): TableColumn<Row> {
  const { accessorKey, accessorFn, header, meta = {}, cell } = definition;
  const id = definition.id ?? accessorKey?.replaceAll(".", "_") ?? "";
  const read = accessorFn ?? valueAt<Row>(accessorKey);
  return {
    id,
    label: meta.label ?? (typeof header === "string" ? header : id),
    meta,
    definition,
    contentOf: cell
      ? // A cast: the column's own function says what its values are.
        (row) => cell({ row: { original: row }, getValue: () => read(row) as never })
      : (row) => textOf(read(row)),
  };
}

/** Reads the field at a path such as `account.name`. */
function valueAt<Row>(path: string | undefined): (row: Row) => unknown {
  if (path === undefined) return () => null;
  const keys = path.split(".");
  return (row) => keys.reduce<unknown>(fieldOf, row);
}

function fieldOf(value: unknown, key: string): unknown {
  // A cast: the path was checked against the row's type.
  return (value as Record<string, unknown> | null | undefined)?.[key];
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
