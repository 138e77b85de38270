import { createReadStream } from "node:fs";
import path from "node:path";
import { fileTypeFromFile } from "file-type";
import type { UploadedFile } from "../stored-bytes";
import { CONTENT_TYPES, type ContentType } from "./names";

/**
 * Tells a file's type from its bytes, whatever its sender says; null for what is not taken: programs, archives, pages,
 * and pictures that can hold scripts. Only between plain text and CSV, which no byte tells apart, the name decides.
 */
export async function detectContentType(file: UploadedFile): Promise<ContentType | null> {
  const found = await fileTypeFromFile(file.path);
  if (found) return isContentType(found.mime) ? found.mime : null;
  if (!(await isPlainText(file.path))) return null;
  const isCsv = extensionOf(file.fileName) === "csv" || file.declaredType === "text/csv";
  return isCsv ? "text/csv" : "text/plain";
}

/** The name with an extension that fits the type, so that a text called page.html is not opened as one. */
export function fittingFileName(fileName: string, type: ContentType): string {
  const extensions: readonly string[] = CONTENT_TYPES[type];
  if (extensions.includes(extensionOf(fileName))) return fileName;
  const extension = `.${extensions[0]}`;
  return `${[...fileName].slice(0, 255 - extension.length).join("")}${extension}`;
}

function isContentType(mime: string): mime is ContentType {
  return Object.hasOwn(CONTENT_TYPES, mime);
}

function extensionOf(fileName: string): string {
  return path.extname(fileName).slice(1).toLowerCase();
}

/** Valid UTF-8 without control characters, which does not begin like a page, a picture in XML or a script. */
async function isPlainText(file: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let beginning = "";
  try {
    for await (const chunk of createReadStream(file)) {
      const text = decoder.decode(chunk, { stream: true });
      if (CONTROL.test(text)) return false;
      if (beginning.length < BEGINNING_LENGTH) beginning += text.trimStart();
    }
    decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
  return !/^(?:<|#!)/.test(beginning);
}

const BEGINNING_LENGTH = 16;
const CONTROL = /(?![\t\n\r\f])\p{Cc}/u;
