import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { UPLOAD_PREFIX, type UploadedFile } from "./stored-bytes";

/**
 * Writes text as it comes into a file of this machine's temporary folder, compressed if wanted, and measures it: memory is
 * that of one piece, however long the whole is. A failure leaves nothing behind.
 */
export async function writeTemporaryFile(
  pieces: AsyncIterable<string>,
  { isCompressed, fileName, contentType }: { isCompressed: boolean; fileName: string; contentType: string },
): Promise<UploadedFile> {
  const folder = await mkdtemp(path.join(os.tmpdir(), UPLOAD_PREFIX));
  const discard = () => rm(folder, { recursive: true, force: true });
  const target = path.join(folder, "content");
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    },
  });
  const packed = isCompressed ? [createGzip()] : [];
  try {
    await pipeline([Readable.from(pieces), ...packed, measure, createWriteStream(target, { mode: 0o600 })]);
  } catch (error) {
    await discard();
    throw error;
  }
  return { path: target, fileName, declaredType: contentType, sizeBytes, sha256: hash.digest("hex"), discard };
}
