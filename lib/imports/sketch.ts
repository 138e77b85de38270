import { createHash } from "node:crypto";
import type { FileLine } from "./lines";
import type { ImportMapping } from "./schema";

/** What a column looks like. */
export interface ColumnSketch {
  name: string;
  /** Different values with how often each came, in the order of their first; no more than `MAX_DISTINCT`. */
  values: ReadonlyMap<string, number>;
  /** True if there are more different values than are held. */
  isCut: boolean;
}

export interface FileSketch {
  header: string[];
  columns: ColumnSketch[];
  /** Lines that were looked at, without the header. */
  lineCount: number;
}

const MAX_LINES = 20_000;
const MAX_DISTINCT = 500;

export type Delimiter = ImportMapping["delimiter"];
const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];

/** The delimiter that stands most often in a file's first line, outside of quotes. */
export function guessDelimiter(firstLine: string): Delimiter {
  const plain = firstLine.replace(/"[^"]*"/g, "");
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: plain.split(delimiter).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

/** Looks through the first 20,000 lines of a file. Memory is bounded by the columns, not by the lines. */
export async function sketchFile(lines: AsyncIterable<FileLine>): Promise<FileSketch> {
  let header: string[] | null = null;
  let counts: Map<string, number>[] = [];
  const cut = new Set<number>();
  let lineCount = 0;
  for await (const { fields } of lines) {
    if (!header) {
      header = fields.map((name) => name.trim());
      counts = header.map(() => new Map());
      continue;
    }
    lineCount += 1;
    for (const [index, seen] of counts.entries()) {
      const value = (fields[index] ?? "").trim();
      const before = seen.get(value);
      if (before !== undefined || seen.size < MAX_DISTINCT) seen.set(value, (before ?? 0) + 1);
      else cut.add(index);
    }
    if (lineCount === MAX_LINES) break;
  }
  const names = header ?? [];
  const columns = names.map((name, index) => ({ name, values: counts[index] ?? new Map(), isCut: cut.has(index) }));
  return { header: names, columns, lineCount };
}

/** Knows files of the same columns again: 64 hexadecimal digits. */
export function shapeOf(resource: string, header: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify([resource, ...header]))
    .digest("hex");
}
