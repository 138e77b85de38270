import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { type FileLine, readFileLines, readTextLines } from "./lines";

const folder = mkdtempSync(path.join(os.tmpdir(), "bulkhead-lines-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function linesOf(source: AsyncIterable<FileLine>): Promise<[number, ...string[]][]> {
  const lines: [number, ...string[]][] = [];
  for await (const { line, fields } of source) lines.push([line, ...fields]);
  return lines;
}

function fileWith(content: string | Uint8Array): string {
  const file = path.join(folder, "lines.csv");
  writeFileSync(file, content);
  return file;
}

const CSV = 'a,b\n1,"x, ""y"""\n\n"two\nlines",3\n4,ü';
const EXPECTED = [
  [1, "a", "b"],
  [2, "1", 'x, "y"'],
  [4, "two\nlines", "3"],
  [6, "4", "ü"],
];

test.each([
  ["plain", CSV],
  ["with a byte order mark", `\ufeff${CSV}`],
  ["gzip", gzipSync(CSV)],
  ["gzip in two members", Buffer.concat([gzipSync(CSV.slice(0, 9)), gzipSync(CSV.slice(9))])],
])("a file is read the same %s, with the line numbers of an editor", async (_name, content) => {
  expect(await linesOf(readFileLines(fileWith(content), ","))).toEqual(EXPECTED);
});

test("line ends of Windows make no difference", async () => {
  const lines = await linesOf(readTextLines(CSV.replaceAll("\n", "\r\n"), ","));
  expect(lines.map(([line]) => line)).toEqual([1, 2, 4, 6]);
});

test("a file with both kinds of line ends is read", async () => {
  expect(await linesOf(readTextLines("a,b\r\n1,2\n3,4\r\n", ","))).toEqual([
    [1, "a", "b"],
    [2, "1", "2"],
    [3, "3", "4"],
  ]);
});

test("a record's values are as many as it has, not as the header has", async () => {
  expect(await linesOf(readTextLines("a;b\n1\n1;2;3", ";"))).toEqual([
    [1, "a", "b"],
    [2, "1"],
    [3, "1", "2", "3"],
  ]);
});

const broken: [string, string | Uint8Array, string][] = [
  ["is empty", "", "The file is empty: its first line must name the columns"],
  ["leaves a quote open", 'a,b\n1,2\n"x,2\n3,4\n', "A quote that opens after line 2 is never closed"],
  [
    "leaves a quote open for long",
    `a,b\n"${"x\n".repeat(600_000)}`,
    "A quote that opens after line 1 goes on for more than 1 MiB",
  ],
  [
    "has a quote in a value",
    'a,b\n1,2\nx"y,2\n',
    "The quotes after line 2 are not those of CSV: a quote inside of a value is written twice",
  ],
  [
    "has text after a quote",
    'a,b\n"x"y,2\n',
    "The quotes after line 1 are not those of CSV: a quote inside of a value is written twice",
  ],
  ["is UTF-16", Buffer.from("\ufeffa,b\n", "utf16le"), "The file is UTF-16: save it as UTF-8"],
  [
    "is a spreadsheet",
    Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
    "The file is a ZIP archive or a spreadsheet: export it as CSV",
  ],
  [
    "is cut off",
    gzipSync(CSV.repeat(1000)).subarray(0, 40),
    "The file is damaged: its gzip data ends or breaks after line 0",
  ],
];
test.each(broken)("a file that %s is refused in one sentence", async (_name, content, message) => {
  await expect(linesOf(readFileLines(fileWith(content), ","))).rejects.toMatchObject({ code: "bad_request", message });
});

test.each([
  ["missing.csv", "There is no file "],
  ["", "is a folder"],
])("what is no file is refused: %j", async (name, message) => {
  await expect(linesOf(readFileLines(path.join(folder, name), ","))).rejects.toMatchObject({
    code: "bad_request",
    message: expect.stringContaining(message),
  });
});

test("whoever stops reading early leaves no file open", async () => {
  for await (const { line } of readFileLines(fileWith(CSV.repeat(10_000)), ",")) if (line === 2) break;
  rmSync(path.join(folder, "lines.csv"));
  await expect(linesOf(readFileLines(path.join(folder, "lines.csv"), ","))).rejects.toThrow("There is no file");
});
