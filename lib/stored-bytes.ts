/** A part of a file: both ends included, as HTTP counts. */
export interface ByteRange {
  start: number;
  end: number;
}

/** A stored file, ready to be sent. */
export interface StoredBytes {
  fileName: string;
  contentType: string;
  sizeBytes: number;
  /** SHA-256 of the whole file in hex. */
  sha256: string;
  /** Opens the file, or a part of it. Whoever opens it reads to the end or cancels. */
  open(range: ByteRange | null): Promise<ReadableStream<Uint8Array>>;
}

/** Begin of the names of the temporary folders in which files come in. */
export const UPLOAD_PREFIX = "bulkhead-upload-";

/** A file that came in and lies in a temporary place until it is stored. */
export interface UploadedFile {
  /** Where it lies. */
  path: string;
  /** Last part of the name that the sender gave. */
  fileName: string;
  /** Type that the sender claims; it decides nothing but plain text or CSV. */
  declaredType: string;
  sizeBytes: number;
  /** SHA-256 in hex. */
  sha256: string;
  /** Takes it away; whoever was given the file calls it in the end, more than once does no harm. */
  discard(): Promise<void>;
}

/** Where files are kept, as far as others than documents need it. */
export interface FileStore {
  /** Keeps a file for good, below its owner's prefix, and answers its key. */
  put(ownerId: string, file: UploadedFile): Promise<string>;
  /** Opens a file, or a part of it. @throws Error if it is not there */
  get(key: string, range: ByteRange | null): Promise<ReadableStream<Uint8Array>>;
  /** Takes a file away; one that is not there counts as taken away. */
  delete(key: string): Promise<void>;
}

/** Owner of the platform's own files, such as archives of tenants: whose rows name them is not the tenant. */
export const PLATFORM_OWNER = "00000000-0000-0000-0000-000000000000";
