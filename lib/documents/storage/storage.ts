import { randomBytes } from "node:crypto";
import type { ByteRange, UploadedFile } from "../../stored-bytes";

/** A file as a store lists it. */
export interface StoredFile {
  key: string;
  modifiedAt: Date;
}

/** Where the bytes of documents are. A file is written once and never changed; its key tells nothing of it. */
export interface DocumentStorage {
  /**
   * Keeps a file for good and answers its key. Once it answers, the bytes are safe, and are those of `file.sha256`.
   * @throws AppError `unavailable` if the store does not answer
   */
  put(tenantId: string, file: UploadedFile): Promise<string>;
  /** Opens a file, or a part of it. @throws Error if it is not there */
  get(key: string, range: ByteRange | null): Promise<ReadableStream<Uint8Array>>;
  /** Takes a file away; one that is not there counts as taken away. */
  delete(key: string): Promise<void>;
  /** All files, also what a crash left half written. */
  list(): AsyncIterable<StoredFile>;
}

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[0-9a-f]{2}\/[0-9a-f]{32}(?:\.part)?$/;

/** A key that nobody guesses, below the tenant's own prefix. */
export function newKey(tenantId: string): string {
  const name = randomBytes(16).toString("hex");
  return `${tenantId}/${name.slice(0, 2)}/${name}`;
}

/** @throws Error for what is no key of ours: it could lead out of the store. */
export function requireKey(key: string): string {
  if (!KEY.test(key)) throw new Error("This is not the key of a document");
  return key;
}

/** True for the keys that `newKey` makes, and what stands in their place while they are written. */
export function isKey(key: string): boolean {
  return KEY.test(key);
}
