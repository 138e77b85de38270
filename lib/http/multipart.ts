import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import type { z } from "zod";
import { env } from "../env";
import { AppError, type FieldIssue } from "../errors";
import { UPLOAD_PREFIX, type UploadedFile } from "../stored-bytes";
import { textProblem } from "../text";
import { zodIssues } from "./problem";

/** The part that is the file. */
const FILE_FIELD = "file";
const MAX_FIELDS = 20;
const MAX_FIELD_BYTES = 64 * 1024;
const MAX_FILE_NAME_LENGTH = 255;
/** What a body may have besides its file: boundaries, heads, fields. */
const MAX_FRAME_BYTES = 256 * 1024;

/**
 * Reads a multipart body with one file. The file goes to a temporary place as it comes in, so memory does not grow with
 * it; whoever gets the result discards it.
 * @throws AppError `validation_error` by field; `bad_request`, `payload_too_large` or `unsupported_media_type` for a body
 * that cannot be read
 */
export async function readMultipart<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const parts = new Parts(env().documentLimitBytes);
  try {
    const values = await parts.read(request);
    const parsed = schema.safeParse(values);
    if (parsed.success) return parsed.data;
    throw new AppError("validation_error", undefined, { issues: zodIssues(parsed.error, ["body"]) });
  } catch (error) {
    await parts.discard();
    throw error;
  }
}

/** The parts of one body, as far as they have come. */
class Parts {
  readonly #limitBytes: number;
  readonly #fields = new Map<string, string>();
  readonly #issues: FieldIssue[] = [];
  readonly #broken: Promise<never>;
  #file: Promise<UploadedFile | null> | null = null;
  #incoming: Readable | null = null;
  /** Temporary, of this body alone. */
  #folder: string | null = null;
  #break: (reason: unknown) => void = () => {};

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
    this.#broken = new Promise((_resolve, reject) => {
      this.#break = reject;
    });
    this.#broken.catch(() => {});
  }

  async read(request: Request): Promise<Record<string, unknown>> {
    requireMultipart(request);
    if (Number(request.headers.get("content-length") ?? 0) > this.#limitBytes + MAX_FRAME_BYTES) throw this.#tooLarge();
    this.#folder = await mkdtemp(path.join(os.tmpdir(), UPLOAD_PREFIX));
    try {
      await this.#feed(this.#openReader(request), request);
      const file = await this.#file;
      if (this.#issues.length > 0) throw new AppError("validation_error", undefined, { issues: this.#issues });
      return { ...Object.fromEntries(this.#fields), ...(file && { [FILE_FIELD]: file }) };
    } catch (error) {
      // Without an error, a file that came whole would wait for an end that is never told.
      this.#incoming?.destroy(new Error("The body is given up"));
      await this.#file?.catch(() => null);
      if (error instanceof AppError) throw error;
      throw new AppError("bad_request", "The multipart body is broken or was cut off", { cause: error });
    }
  }

  async discard(): Promise<void> {
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
  }

  /** Chunk by chunk: busboy must not be stopped in the middle of one. */
  async #feed(reader: busboy.Busboy, request: Request): Promise<void> {
    const ended = once(reader, "close");
    ended.catch(() => {});
    const source = request.body?.getReader();
    for (;;) {
      const { done, value } = (await source?.read()) ?? { done: true };
      if (done) break;
      const drained = reader.write(value) ? null : once(reader, "drain");
      await Promise.race([this.#broken, drained]);
    }
    reader.end();
    await Promise.race([this.#broken, ended]);
  }

  #openReader(request: Request): busboy.Busboy {
    const reader = openReader(request, this.#limitBytes);
    reader.on("error", this.#break);
    reader.on("field", (name, value, info) => this.#takeField(name, value, info));
    reader.on("file", (name, stream, { filename = "", mimeType }) => {
      // What breaks the body breaks its file too, and is told by the reader.
      stream.on("error", this.#break);
      // Browsers write a quotation mark in a name like this.
      const fileName = filename.replaceAll("%22", '"');
      const problem = this.#fileProblem(name, fileName);
      if (problem) {
        this.#complain(name, ...problem);
        stream.resume();
        return;
      }
      stream.once("limit", () => this.#break(this.#tooLarge()));
      this.#incoming = stream;
      this.#file = this.#keep(stream, fileName, mimeType);
      this.#file.catch(this.#break);
    });
    for (const limit of ["partsLimit", "filesLimit", "fieldsLimit"] as const)
      reader.on(limit, () => this.#break(new AppError("bad_request", "The multipart body has too many parts")));
    return reader;
  }

  #tooLarge(): AppError {
    return new AppError("payload_too_large", `The file must have ${this.#limitBytes} bytes at most`);
  }

  #takeField(name: string, value: string, { nameTruncated, valueTruncated }: busboy.FieldInfo): void {
    if (nameTruncated) this.#complain(name, "Unknown field", "unrecognized_keys");
    else if (valueTruncated) this.#complain(name, `Must have ${MAX_FIELD_BYTES} bytes at most`, "too_big");
    // A lossy decoder has been there: what it could not read is this character.
    else if (value.includes("\ufffd")) this.#complain(name, "Must be valid UTF-8 text", "invalid_format");
    else if (this.#fields.has(name) || (name === FILE_FIELD && this.#file))
      this.#complain(name, "Must be given once", "repeated");
    else this.#fields.set(name, value);
  }

  #fileProblem(name: string, fileName: string): [msg: string, type: string] | null {
    if (name !== FILE_FIELD) return ["Unknown field", "unrecognized_keys"];
    if (this.#file || this.#fields.has(name)) return ["Must be given once", "repeated"];
    if (!fileName) return ["Must have a file name", "invalid_format"];
    if (fileName.includes("\ufffd")) return ["Must have a file name in valid UTF-8", "invalid_format"];
    if (/[/\\]/.test(fileName)) return ["Must have a file name without a path", "invalid_format"];
    if (textProblem(fileName)) return ["Must have a file name without control characters", "invalid_format"];
    if (/^\.*$/.test(fileName) || fileName.length > MAX_FILE_NAME_LENGTH)
      return [`Must have a file name of ${MAX_FILE_NAME_LENGTH} characters at most`, "invalid_format"];
    return null;
  }

  async #keep(stream: Readable, fileName: string, declaredType: string): Promise<UploadedFile | null> {
    const place = path.join(this.#folder ?? "", randomUUID());
    const hash = createHash("sha256");
    let sizeBytes = 0;
    const measured = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        sizeBytes += chunk.length;
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(stream, measured, createWriteStream(place, { flags: "wx", mode: 0o600 }));
    if (sizeBytes === 0) {
      this.#complain(FILE_FIELD, "Must not be empty", "too_small");
      return null;
    }
    const discard = () => this.discard();
    return { path: place, fileName, declaredType, sizeBytes, sha256: hash.digest("hex"), discard };
  }

  #complain(field: string, msg: string, type: string): void {
    this.#issues.push({ loc: ["body", field.slice(0, 100)], msg, type });
  }
}

function openReader(request: Request, fileSize: number): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      // Paths in names are refused, not repaired.
      preservePath: true,
      defParamCharset: "utf8",
      limits: {
        // A file of exactly this size counts as cut off already.
        fileSize: fileSize + 1,
        files: 2,
        fields: MAX_FIELDS,
        parts: MAX_FIELDS + 2,
        fieldSize: MAX_FIELD_BYTES,
        fieldNameSize: 100,
        headerPairs: 20,
      },
    });
  } catch (cause) {
    throw new AppError("bad_request", "The multipart body names no boundary", { cause });
  }
}

function requireMultipart(request: Request): void {
  if (!/^multipart\/form-data\s*(;|$)/i.test(request.headers.get("content-type")?.trim() ?? ""))
    throw new AppError("unsupported_media_type", "The body must be sent as multipart/form-data");
  if (!/^(identity)?$/i.test(request.headers.get("content-encoding") ?? ""))
    throw new AppError("unsupported_media_type", "The body must be sent without compression");
}
