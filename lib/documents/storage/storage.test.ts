import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type S3Stub, startS3Stub } from "@/lib/testing/s3-stub";
import { uploadOf } from "@/prisma/seed/sample-files";
import { FolderStorage } from "./folder";
import { S3Storage } from "./s3";
import type { DocumentStorage, StoredFile } from "./storage";

const BUCKET = "documents";
const CREDENTIALS = { accessKeyId: "AKIATEST", secretAccessKey: "not a secret" };
let stub: S3Stub;
let folder: string;

beforeAll(async () => {
  stub = await startS3Stub(BUCKET, CREDENTIALS.accessKeyId);
  folder = await mkdtemp(path.join(os.tmpdir(), "bulkhead-storage-"));
});
afterAll(async () => {
  await stub.stop();
  await rm(folder, { recursive: true });
});

const s3 = (credentials = CREDENTIALS) =>
  new S3Storage({
    kind: "s3",
    bucket: BUCKET,
    endpoint: stub.endpoint,
    region: "eu-central-1",
    credentials,
    isPathStyle: true,
  });

async function put(storage: DocumentStorage, tenantId: string, bytes: Uint8Array, sha256?: string): Promise<string> {
  const file = await uploadOf("x.bin", bytes);
  try {
    return await storage.put(tenantId, sha256 ? { ...file, sha256 } : file);
  } finally {
    await file.discard();
  }
}

async function read(storage: DocumentStorage, key: string, range?: [number, number]): Promise<Buffer> {
  const stream = await storage.get(key, range ? { start: range[0], end: range[1] } : null);
  return Buffer.from(await new Response(stream).arrayBuffer());
}

async function keysOf(storage: DocumentStorage): Promise<string[]> {
  const found: StoredFile[] = [];
  for await (const file of storage.list()) found.push(file);
  return found.map(({ key }) => key).sort();
}

describe.each<[string, () => DocumentStorage]>([
  ["a folder", () => new FolderStorage(folder)],
  ["a bucket", () => s3()],
])("%s", (_name, open) => {
  const tenantId = randomUUID();

  test("gives back the bytes it was given, whole or in part, under a key below the tenant", async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, n) => n % 251));
    const key = await put(open(), tenantId, bytes);
    expect(key).toMatch(new RegExp(`^${tenantId}/[0-9a-f]{2}/[0-9a-f]{32}$`));
    expect(bytes.equals(await read(open(), key))).toBe(true);
    expect(await read(open(), key, [10, 19])).toEqual(bytes.subarray(10, 20));
  });

  test("keeps the same bytes twice under two keys, lists all, and forgets what is deleted", async () => {
    const storage = open();
    const keys = [await put(storage, tenantId, Buffer.from("a")), await put(storage, tenantId, Buffer.from("a"))];
    expect(new Set(keys).size).toBe(2);
    expect(await keysOf(storage)).toEqual(expect.arrayContaining(keys));
    await storage.delete(String(keys[0]));
    await storage.delete(String(keys[0]));
    expect(await keysOf(storage)).not.toContain(keys[0]);
    await expect(read(storage, String(keys[0]))).rejects.toThrow();
    expect(await read(storage, String(keys[1]))).toEqual(Buffer.from("a"));
  });

  test("does not keep bytes that changed on their way", async () => {
    const before = await keysOf(open());
    await expect(put(open(), tenantId, Buffer.from("changed"), "0".repeat(64))).rejects.toThrow();
    expect(await keysOf(open())).toEqual(before);
  });

  test.each(["../../etc/passwd", "/etc/passwd", "", `${randomUUID()}/aa/../../x`, "a/b/c"])(
    "refuses %j as a key",
    async (key) => {
      await expect(open().get(key, null)).rejects.toThrow("not the key of a document");
      await expect(open().delete(key)).rejects.toThrow("not the key of a document");
    },
  );
});

describe("a folder", () => {
  test("is readable by its owner only, and holds nothing unfinished", async () => {
    const tenantId = randomUUID();
    const key = await put(new FolderStorage(folder), tenantId, Buffer.from("secret"));
    const place = path.join(folder, key);
    expect((await stat(place)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(place))).mode & 0o777).toBe(0o700);
    expect(await readdir(path.dirname(place))).toEqual([path.basename(place)]);
  });

  test("lists what a crash left half written, and nothing that is not ours", async () => {
    const tenantId = randomUUID();
    const shard = path.join(folder, tenantId, "ab");
    await mkdir(shard, { recursive: true });
    await writeFile(path.join(shard, `${"ab".repeat(16)}.part`), "half");
    await writeFile(path.join(shard, "README"), "mine");
    const keys = (await keysOf(new FolderStorage(folder))).filter((key) => key.startsWith(tenantId));
    expect(keys).toEqual([`${tenantId}/ab/${"ab".repeat(16)}.part`]);
  });

  test("that does not exist yet is empty", async () => {
    expect(await keysOf(new FolderStorage(path.join(folder, "none")))).toEqual([]);
  });
});

describe("a bucket", () => {
  beforeEach(() => {
    stub.failures.length = 0;
  });

  test("that answers with faults is unavailable, not our fault", async () => {
    stub.failures.push(503, 503, 503, 503);
    await expect(put(s3(), randomUUID(), Buffer.from("x"))).rejects.toMatchObject({ code: "unavailable" });
  });

  test("that does not answer at all is unavailable too", async () => {
    const nowhere = new S3Storage({
      kind: "s3",
      bucket: BUCKET,
      endpoint: "http://127.0.0.1:9",
      region: "eu-central-1",
      credentials: CREDENTIALS,
      isPathStyle: true,
    });
    await expect(put(nowhere, randomUUID(), Buffer.from("x"))).rejects.toMatchObject({ code: "unavailable" });
  });

  test("whose key is wrong is a fault of ours", async () => {
    const wrong = s3({ accessKeyId: "AKIAOTHER", secretAccessKey: "x" });
    await expect(put(wrong, randomUUID(), Buffer.from("x"))).rejects.toMatchObject({ Code: "AccessDenied" });
  });
});
