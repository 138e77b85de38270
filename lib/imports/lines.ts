import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip, gunzipSync } from "node:zlib";
import { CsvError, parse } from "csv-parse";
import { AppError } from "../errors";

/** One record of a CSV file. */
export interface FileLine {
  /** Number of the physical line on which it begins, counted from 1. */
  line: number;
  fields: string[];
}

const MAX_LINE_BYTES = 1024 * 1024;
const FIRST_BYTES = 64 * 1024;
const GZIP = [0x1f, 0x8b];

/** First bytes of files that are no text, and what to say of them. */
const OTHER_FORMATS: readonly (readonly [number[], string])[] = [
  [[0xff, 0xfe], "The file is UTF-16: save it as UTF-8"],
  [[0xfe, 0xff], "The file is UTF-16: save it as UTF-8"],
  [[0x50, 0x4b, 0x03, 0x04], "The file is a ZIP archive or a spreadsheet: export it as CSV"],
];

/**
 * Reads a CSV file, plain or gzip, record by record in constant memory; the first one is the header. Empty lines are
 * skipped. @throws AppError `bad_request` in one sentence where the file as a whole cannot be read further
 */
export async function* readFileLines(file: string, delimiter: string): AsyncGenerator<FileLine> {
  const handle = await open(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0).catch((error: unknown) => {
      throw unreadable(file, error);
    });
    const head = buffer.subarray(0, bytesRead);
    const bytes = handle.createReadStream({ start: 0, autoClose: false });
    yield* startsWith(head, GZIP)
      ? parseLines([bytes, createGunzip()], delimiter)
      : parseLines([bytes], delimiter, head);
  } finally {
    await handle.close();
  }
}

/** The same for bytes that come from a store; whoever stops early lets go of them. */
export async function* readStreamLines(
  stream: ReadableStream<Uint8Array>,
  delimiter: string,
): AsyncGenerator<FileLine> {
  const reader = stream.getReader();
  try {
    const first = await reader.read();
    const head = first.value?.subarray(0, 4) ?? new Uint8Array();
    const bytes = Readable.from(chunksOf(first.value, reader));
    yield* startsWith(head, GZIP)
      ? parseLines([bytes, createGunzip()], delimiter)
      : parseLines([bytes], delimiter, head);
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function* chunksOf(
  first: Uint8Array | undefined,
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (first) yield first;
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** The text of a file's first line, or its first 64 KiB, plain or gzip. */
export async function readFirstLine(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(FIRST_BYTES), 0, FIRST_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    // The end is cut off, which is no fault here.
    const plain = startsWith(head, GZIP) ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head;
    return plain.toString("utf8").split(/\r\n|\r|\n/, 1)[0] ?? "";
  } catch (error) {
    throw brokenFile(error, 0);
  } finally {
    await handle.close();
  }
}

/** The same for CSV that lies in memory. */
export async function* readTextLines(csv: string | Uint8Array, delimiter: string): AsyncGenerator<FileLine> {
  yield* parseLines([Readable.from([Buffer.from(csv)])], delimiter, Buffer.from(csv).subarray(0, 4));
}

async function* parseLines(
  stages: [Readable] | [Readable, NodeJS.ReadWriteStream],
  delimiter: string,
  head?: Uint8Array,
): AsyncGenerator<FileLine> {
  const known = OTHER_FORMATS.find(([bytes]) => head && startsWith(head, bytes));
  if (known) throw new AppError("bad_request", known[1]);
  const position = { lastLine: 0, countedTwice: 0 };
  const parser = parse({
    bom: true,
    delimiter,
    // Given, not guessed from the header: files that were put together have both kinds.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_LINE_BYTES,
    // Called as soon as a record is complete, so the position is right even if what follows is broken. The parser's types
    // let only texts through: the line's number becomes the first of them.
    on_record: (fields, { lines }) => [String(locate(fields, lines, position)), ...fields],
  });
  // Its failure is the parser's too, where the loop below meets it.
  const flow = pipeline([...stages, parser]).catch(() => {});
  try {
    for await (const [line, ...fields] of parser as AsyncIterable<string[]>) yield { line: Number(line), fields };
  } catch (error) {
    throw brokenFile(error, position.lastLine);
  } finally {
    parser.destroy();
    await flow;
  }
  if (position.lastLine === 0)
    throw new AppError("bad_request", "The file is empty: its first line must name the columns");
}

/** The line on which a record begins. The parser tells its last one, and counts each CR LF inside of quotes as two. */
function locate(fields: string[], lines: number, position: { lastLine: number; countedTwice: number }): number {
  let lineBreaks = 0;
  for (const field of fields) {
    for (const [text] of field.matchAll(/\r\n|\r|\n/g)) {
      lineBreaks += 1;
      if (text.length === 2) position.countedTwice += 1;
    }
  }
  position.lastLine = lines - position.countedTwice;
  return position.lastLine - lineBreaks;
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return head.length >= bytes.length && bytes.every((byte, i) => head[i] === byte);
}

function brokenFile(error: unknown, lastLine: number): unknown {
  if (error instanceof CsvError) {
    if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") {
      const what = error.code === "CSV_QUOTE_NOT_CLOSED" ? "is never closed" : "goes on for more than 1 MiB";
      return new AppError("bad_request", `A quote that opens after line ${lastLine} ${what}`, { cause: error });
    }
    const message = `The quotes after line ${lastLine} are not those of CSV: a quote inside of a value is written twice`;
    return new AppError("bad_request", message, { cause: error });
  }
  if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) {
    const message = `The file is damaged: its gzip data ends or breaks after line ${lastLine}`;
    return new AppError("bad_request", message, { cause: error });
  }
  return error;
}

function unreadable(file: string, error: unknown): unknown {
  const reasons: Record<string, string> = {
    ENOENT: `There is no file ${file}`,
    EISDIR: `${file} is a folder`,
    EACCES: `The file ${file} may not be read`,
  };
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ? new AppError("bad_request", reasons[code], { cause: error }) : error;
}
