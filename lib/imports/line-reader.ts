import type { FileLine } from "./lines";
import type { CommonMapping } from "./schema";

/** Why a line was not imported; `column` holds several names where several columns make the value. */
export interface Refusal {
  line: number;
  column: string;
  reason: string;
}

/** What is wrong with a line as such: number of values, broken characters. */
export function lineProblems({ line, fields }: FileLine, header: readonly string[]): Refusal[] {
  if (fields.length !== header.length)
    return [{ line, column: "", reason: `Has ${fields.length} values, but the header has ${header.length} columns` }];
  return fields.flatMap((value, i) => {
    const reason = value.includes("\0")
      ? "Has a NUL character"
      : value.includes("\ufffd")
        ? "Has a character that is not valid UTF-8"
        : null;
    return reason ? [{ line, column: header[i] ?? "", reason }] : [];
  });
}

/** Reads the values of one line, and gathers what is wrong with them. */
export class LineReader {
  readonly line: number;
  readonly refusals: Refusal[] = [];
  readonly #fields: readonly string[];
  readonly #nulls: readonly string[];

  constructor(mapping: CommonMapping, { line, fields }: FileLine) {
    this.line = line;
    this.#fields = fields;
    this.#nulls = mapping.null_markers;
  }

  /** The value, trimmed; null for one of the null markers. */
  value(index: number): string | null {
    const value = (this.#fields[index] ?? "").trim();
    return this.#nulls.includes(value) ? null : value;
  }

  refuse(column: string, reason: string): null {
    this.refusals.push({ line: this.line, column, reason });
    return null;
  }
}
