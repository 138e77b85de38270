import type { ByteRange, StoredBytes } from "../stored-bytes";
import type { Answer } from "./answer";

/** How a browser is to take the bytes: save them, or show them. */
export type Disposition = "attachment" | "inline";

/**
 * Sends a stored file: whole, or the one range that was asked for. Nothing in it runs, whatever it is: it is never sniffed,
 * has no origin of its own, and reaches nothing.
 */
export async function bytesAnswer(request: Request, bytes: StoredBytes, disposition: Disposition): Promise<Answer> {
  const etag = `"${bytes.sha256}"`;
  const range = wantedRange(request, bytes.sizeBytes, etag);
  const length = range ? range.end - range.start + 1 : bytes.sizeBytes;
  return {
    status: range ? 206 : 200,
    headers: {
      "content-type": isText(bytes.contentType) ? `${bytes.contentType}; charset=utf-8` : bytes.contentType,
      "content-length": String(length),
      "content-disposition": contentDisposition(disposition, bytes.fileName),
      "content-security-policy": contentPolicy(bytes.contentType, disposition),
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
      "accept-ranges": "bytes",
      etag,
      "repr-digest": `sha-256=:${Buffer.from(bytes.sha256, "hex").toString("base64")}:`,
      ...(range && { "content-range": `bytes ${range.start}-${range.end}/${bytes.sizeBytes}` }),
    },
    stream: await bytes.open(range),
  };
}

const isText = (contentType: string) => contentType.startsWith("text/");

/** Chromium shows a PDF only where it is not sandboxed; its viewer runs nothing of ours and reaches nothing either. */
function contentPolicy(contentType: string, disposition: Disposition): string {
  const isShownPdf = disposition === "inline" && contentType === "application/pdf";
  if (isShownPdf) return "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
  return `sandbox; default-src 'none'; frame-ancestors ${disposition === "inline" ? "'self'" : "'none'"}`;
}

/** The file name for old programs and for all others (RFC 6266, RFC 8187). */
export function contentDisposition(disposition: Disposition, fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** A range that can be served; anything else in the header counts as no range, as RFC 9110 allows. */
function wantedRange(request: Request, sizeBytes: number, etag: string): ByteRange | null {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.get("range") ?? "") ?? [];
  if (first === "" && last === "") return null;
  const condition = request.headers.get("if-range");
  if (condition !== null && condition !== etag) return null;
  const start = first === "" ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === "" || last === "" ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  return start <= end ? { start, end } : null;
}
