import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import type { Refusal } from "@/lib/imports/line-reader";
import { csvCell } from "@/lib/imports/refusal-file";
import { OperatorError } from "@/scripts/operator-error";

/** A CSV file of refused lines: line number, column, reason. */
export class RefusalReport {
  readonly file: string;
  readonly #descriptor: number;
  #count = 0;

  /** Begins the file anew, so that a place that cannot be written is found before the import begins. */
  constructor(file: string) {
    this.file = path.resolve(file);
    try {
      this.#descriptor = openSync(this.file, "w");
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new OperatorError(`The report cannot be written, choose another place with --report FILE: ${reason}.`);
    }
    writeSync(this.#descriptor, "line,column,reason\r\n");
  }

  add({ line, column, reason }: Refusal): void {
    this.#count += 1;
    writeSync(this.#descriptor, `${line},${csvCell(column)},${csvCell(reason)}\r\n`);
  }

  /** Closes the file, and removes it if no line was refused. @returns the path of a report that has lines */
  close(): string | null {
    closeSync(this.#descriptor);
    if (this.#count > 0) return this.file;
    rmSync(this.file, { force: true });
    return null;
  }
}
