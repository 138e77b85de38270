import { crc32, deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { pdfOf, pngOf, uploadOf } from "@/prisma/seed/sample-files";
import { detectContentType, fittingFileName } from "./content-type";

/** A zip archive of these files, as office programs write them. */
function zipOf(files: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const isStored = name === "mimetype";
    const data = isStored ? Buffer.from(content) : deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(isStored ? 0 : 8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(Buffer.byteLength(content), 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), head, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0", "latin1"), head, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06", "latin1"), end]);
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
const office = (type: string) =>
  zipOf({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="${type}"/></Types>`,
    "x.xml": "<x/>",
  });

async function typeOf(bytes: Buffer | string, name = "file", declared = "") {
  const file = await uploadOf(name, Buffer.from(bytes), declared);
  try {
    return await detectContentType(file);
  } finally {
    await file.discard();
  }
}

test.each([
  ["a PDF", pdfOf(["x"]), "application/pdf"],
  ["a PNG", pngOf([1, 2, 3], 2, 2), "image/png"],
  ["a JPEG", Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex"), "image/jpeg"],
  ["a GIF", Buffer.from("GIF89a\x01\0\x01\0\0\0\0;", "latin1"), "image/gif"],
  [
    "a WebP",
    Buffer.from("RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0", "latin1"),
    "image/webp",
  ],
  ["Word", office(`${OFFICE}.wordprocessingml.document.main+xml`), `${OFFICE}.wordprocessingml.document`],
  ["Excel", office(`${OFFICE}.spreadsheetml.sheet.main+xml`), `${OFFICE}.spreadsheetml.sheet`],
  [
    "ODT",
    zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" }),
    "application/vnd.oasis.opendocument.text",
  ],
  ["text", "Grüße,\r\n\tAnn\n", "text/plain"],
])("%s is taken for what it is", async (_name, bytes, type) => {
  expect(await typeOf(bytes)).toBe(type);
});

test.each([
  ["a Windows program", Buffer.from("MZ\x90\0\x03\0", "latin1")],
  ["a Linux program", Buffer.from("\x7fELF\x02\x01\x01\0\0\0", "latin1")],
  ["a script", "#!/bin/sh\nrm -rf /\n"],
  ["a page", "\n <!doctype html><script>alert(1)</script>"],
  ["a page behind a byte order mark", "\ufeff<html></html>"],
  ["a page behind much white space", `${" ".repeat(100_000)}<html></html>`],
  ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ["XML", '<?xml version="1.0"?><a/>'],
  ["an archive", zipOf({ "a.txt": "hello" })],
  ["Word with macros", office("application/vnd.ms-word.document.macroEnabled.main+xml")],
  ["text with control characters", "a\u0000b"],
  ["text in no encoding we know", Buffer.from([0xe4, 0xf6, 0xfc, 0x20, 0xdf])],
  ["text that ends in half a character", Buffer.from("gr\xc3", "latin1")],
])("%s is not taken, whatever it is called", async (_name, bytes) => {
  expect(await typeOf(bytes, "file.pdf", "application/pdf")).toBeNull();
});

test("between text and CSV the name or the sender decides", async () => {
  expect(await typeOf("a,b\n", "rows.CSV")).toBe("text/csv");
  expect(await typeOf("a,b\n", "rows", "text/csv")).toBe("text/csv");
  expect(await typeOf("a,b\n", "rows.txt")).toBe("text/plain");
});

test("a name keeps an extension that fits, and gets one that does", () => {
  expect(fittingFileName("Photo.JPEG", "image/jpeg")).toBe("Photo.JPEG");
  expect(fittingFileName("photo", "image/jpeg")).toBe("photo.jpg");
  expect(fittingFileName("page.html", "text/plain")).toBe("page.html.txt");
  expect([...fittingFileName("𝒳".repeat(255), "image/png")]).toHaveLength(255);
});
