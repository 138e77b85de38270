import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { Refusal } from "./line-reader";

/** A cell of a CSV file, which no spreadsheet takes for a formula: the file's columns and values are whoever's made it. */
export function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A CSV file of refused lines on its way to the store: line number, column, value, reason. */
export class RefusalFile {
  readonly #path: string;
  #stream: WriteStream | null = null;
  #isClosed = false;

  constructor(path: string) {
    this.#path = path;
  }

  add({ line, column, reason }: Refusal, value: string): void {
    if (!this.#stream) {
      this.#stream = createWriteStream(this.#path, { mode: 0o600 });
      this.#stream.write("line,column,value,reason\r\n");
    }
    this.#stream.write(`${line},${csvCell(column)},${csvCell(value)},${csvCell(reason)}\r\n`);
  }

  /** Ends the file. @returns its path; null if no line was refused, or it was closed before */
  async close(): Promise<string | null> {
    if (!this.#stream || this.#isClosed) return null;
    this.#isClosed = true;
    this.#stream.end();
    await finished(this.#stream);
    return this.#path;
  }
}
