import { stringify } from "csv-stringify/sync";
import { formatDecimal } from "../money";
import { formatIsoTime } from "../time";

/** One cell before it is written: what it is decides how. */
export type Cell =
  | { kind: "text"; text: string | null }
  | { kind: "number"; value: number | null }
  | { kind: "time"; instant: string | null }
  | { kind: "money"; amountMinor: number | null; currency: string | null };

/** A column of a list in a file. */
export interface ExportColumn {
  /** As the table of the list has it. */
  id: string;
  label: string;
  /** The table shows it without being asked to. */
  isShown: boolean;
  kind: Cell["kind"];
  cell(item: object): Cell;
}

/** How the cells of a file are written. */
export interface CellStyle {
  timeZone: string;
  amounts: "decimal" | "minor_units";
}

/** Excel, for one, knows UTF-8 by it. */
const BYTE_ORDER_MARK = "\ufeff";

/** The first line of a file: an amount has its currency beside it. */
export function csvHead(columns: readonly ExportColumn[], hasByteOrderMark: boolean): string {
  const names = columns.flatMap(({ label, kind }) => (kind === "money" ? [label, `${label}: currency`] : [label]));
  return `${hasByteOrderMark ? BYTE_ORDER_MARK : ""}${csvLines([names])}`;
}

/** The lines of some records. */
export function csvRows(columns: readonly ExportColumn[], items: readonly object[], style: CellStyle): string {
  return csvLines(items.map((item) => columns.flatMap((column) => texts(column.cell(item), style))));
}

function csvLines(rows: string[][]): string {
  return stringify(rows, { record_delimiter: "windows" });
}

function texts(cell: Cell, { timeZone, amounts }: CellStyle): string[] {
  switch (cell.kind) {
    case "text":
      return [cell.text === null ? "" : withoutFormula(cell.text)];
    case "number":
      return [cell.value === null ? "" : String(cell.value)];
    case "time":
      return [cell.instant === null ? "" : formatIsoTime(cell.instant, timeZone)];
    case "money": {
      const { amountMinor, currency } = cell;
      if (amountMinor === null || currency === null) return ["", ""];
      return [amounts === "decimal" ? formatDecimal(amountMinor, currency) : String(amountMinor), currency];
    }
  }
}

/**
 * The text as a spreadsheet takes it for a text: what begins like a formula gets an apostrophe in front. A negative number
 * stays one.
 */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
}
