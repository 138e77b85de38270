import type { Cell, ExportColumn } from "../exports/columns";

type Maker<Item, Value> = (id: string, label: string, value: (item: Item) => Value) => ExportColumn;

interface Makers<Item> {
  text: Maker<Item, string | null>;
  number: Maker<Item, number | null>;
  time: Maker<Item, string | null>;
  /** An amount in minor units and its currency. */
  money: Maker<Item, [amountMinor: number | null, currency: string | null]>;
  json: Maker<Item, unknown>;
}

/** Makes the columns of records of one kind. */
export interface ColumnMaker<Item> extends Makers<Item> {
  /** The same for what the table shows only if asked to. */
  hidden: Makers<Item>;
}

/** Makes a list's columns; ids and labels are those of its table, where the table has them. */
export function columnsOf<Item extends object>(
  columns: (make: ColumnMaker<Item>) => readonly ExportColumn[],
): readonly ExportColumn[] {
  return columns({ ...makers<Item>(true), hidden: makers<Item>(false) });
}

function makers<Item extends object>(isShown: boolean): Makers<Item> {
  const maker =
    <Value>(kind: Cell["kind"], toCell: (value: Value) => Cell): Maker<Item, Value> =>
    (id, label, value) => ({
      id,
      label,
      isShown,
      kind,
      // A list's columns are only ever given records of its own list.
      cell: (item) => toCell(value(item as Item)),
    });
  return {
    text: maker("text", (text) => ({ kind: "text", text })),
    number: maker("number", (value) => ({ kind: "number", value })),
    time: maker("time", (instant) => ({ kind: "time", instant })),
    money: maker("money", ([amountMinor, currency]) => ({ kind: "money", amountMinor, currency })),
    json: maker("text", (value) => ({ kind: "text", text: value === null ? null : JSON.stringify(value) })),
  };
}
