import type { Page } from "./list-page";

/**
 * A page of a list on its way from server to browser, its rows as one text: React walks every value of what crosses,
 * twice at the server and once in the browser, and hands a text over as it is. The names of the fields are in it once.
 */
export type PackedPage<Row> = Omit<Page<Row>, "items"> & { items: PackedRows<Row> };

/** What `packPage` writes: JSON of the fields' names, then of each row's values in their order. */
type PackedRows<Row> = string & { readonly of?: Row };

/** Packs a page whose rows `rowOf` makes; these are plain data, and all have the same fields. */
export function packPage<Item, Row extends object>(
  { items, ...page }: Page<Item>,
  rowOf: (item: Item) => Row,
): PackedPage<Row> {
  const rows = items.map(rowOf);
  return { ...page, items: JSON.stringify([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]) };
}

/** The page that `packPage` packed. */
export function unpackPage<Row>({ items, ...page }: PackedPage<Row>): Page<Row> {
  const [names = [], ...rows] = JSON.parse(items) as [string[], ...unknown[][]];
  return { ...page, items: rows.map((values) => rowOf<Row>(names, values)) };
}

/** A cast: the text was written by `packPage` from rows of this type. */
function rowOf<Row>(names: readonly string[], values: readonly unknown[]): Row {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < names.length; index += 1) row[names[index] ?? ""] = values[index];
  return row as Row;
}
