import { createReadStream } from "node:fs";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { S3Place } from "../../env";
import { AppError } from "../../errors";
import { logger } from "../../logger";
import type { ByteRange, UploadedFile } from "../../stored-bytes";
import { type DocumentStorage, isKey, newKey, requireKey, type StoredFile } from "./storage";

const quiet = () => {};

const CONNECT_TIMEOUT_MS = 3000;
/** Longest silence of the store in the middle of a call. */
const IDLE_TIMEOUT_MS = 30_000;

/** Documents as objects of one bucket of an S3-compatible store. */
export class S3Storage implements DocumentStorage {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor({ bucket, endpoint, region, credentials, isPathStyle }: S3Place) {
    this.#bucket = bucket;
    this.#client = new S3Client({
      region,
      forcePathStyle: isPathStyle,
      ...(endpoint && { endpoint }),
      ...(credentials && { credentials }),
      // The SHA-256 that we send is check enough; not every compatible store knows the client's own.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      // It would write its warnings to the console.
      logger: { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet },
      requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, socketTimeout: IDLE_TIMEOUT_MS },
    });
  }

  async put(tenantId: string, file: UploadedFile): Promise<string> {
    const key = newKey(tenantId);
    const command = new PutObjectCommand({
      Bucket: this.#bucket,
      Key: key,
      Body: createReadStream(file.path),
      ContentLength: file.sizeBytes,
      ContentType: "application/octet-stream",
      // The store refuses bytes that do not have it.
      ChecksumSHA256: Buffer.from(file.sha256, "hex").toString("base64"),
    });
    // The signature covers the bytes too, which the client itself leaves out for streams.
    command.middlewareStack.add(
      (next) => (args) => {
        Object.assign((args.request as { headers: Record<string, string> }).headers, {
          "x-amz-content-sha256": file.sha256,
        });
        return next(args);
      },
      { step: "build", name: "signWholeBody" },
    );
    await answered(this.#client.send(command));
    return key;
  }

  async get(key: string, range: ByteRange | null): Promise<ReadableStream<Uint8Array>> {
    const { Body } = await answered(
      this.#client.send(
        new GetObjectCommand({
          Bucket: this.#bucket,
          Key: requireKey(key),
          ...(range && { Range: `bytes=${range.start}-${range.end}` }),
        }),
      ),
    );
    if (!Body) throw new Error("The store answered without bytes");
    return Body.transformToWebStream();
  }

  async delete(key: string): Promise<void> {
    await answered(this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: requireKey(key) })));
  }

  async *list(): AsyncGenerator<StoredFile> {
    let token: string | undefined;
    do {
      const page = await answered(
        this.#client.send(
          new ListObjectsV2Command({ Bucket: this.#bucket, ...(token && { ContinuationToken: token }) }),
        ),
      );
      for (const { Key: key, LastModified: modifiedAt } of page.Contents ?? [])
        if (key && modifiedAt && isKey(key)) yield { key, modifiedAt };
      token = page.NextContinuationToken;
    } while (token);
  }
}

/** An answer of the store that says no is our fault or its operator's; no answer is an outage that passes. */
async function answered<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 503;
    if (status < 500) throw error;
    logger.error({ err: error }, "The document store does not answer");
    throw new AppError("unavailable", "The document store does not answer, please try again", { cause: error });
  }
}
