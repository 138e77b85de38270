import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import type { ByteRange, UploadedFile } from "../../stored-bytes";
import { type DocumentStorage, isKey, newKey, requireKey, type StoredFile } from "./storage";

/** Documents as files below one folder of this machine, one folder for each tenant. */
export class FolderStorage implements DocumentStorage {
  readonly #folder: string;

  /** @param folder from where the process was started, or absolute */
  constructor(folder: string) {
    this.#folder = path.resolve(folder);
  }

  async put(tenantId: string, file: UploadedFile): Promise<string> {
    const key = newKey(tenantId);
    const target = this.#pathOf(key);
    const unfinished = `${target}.part`;
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    try {
      await copy(file, unfinished);
      await rename(unfinished, target);
      await syncFolder(path.dirname(target));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return key;
  }

  async get(key: string, range: ByteRange | null): Promise<ReadableStream<Uint8Array>> {
    // Opened here: a missing file is an error of this call, not of whoever reads later.
    const handle = await open(this.#pathOf(key), "r");
    return asWebStream(handle.createReadStream(range ?? {}));
  }

  async delete(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true });
  }

  async *list(): AsyncGenerator<StoredFile> {
    for (const tenantId of await namesIn(this.#folder)) {
      for (const shard of await namesIn(path.join(this.#folder, tenantId))) {
        for (const name of await namesIn(path.join(this.#folder, tenantId, shard))) {
          const key = `${tenantId}/${shard}/${name}`;
          const found = isKey(key) ? await stat(this.#pathOf(key)).catch(absent) : null;
          if (found) yield { key, modifiedAt: found.mtime };
        }
      }
    }
  }

  #pathOf(key: string): string {
    return path.join(this.#folder, ...requireKey(key).split("/"));
  }
}

/** Writes a copy that survives a power cut. @throws Error if the bytes are not those that were hashed */
async function copy(file: UploadedFile, target: string): Promise<void> {
  const hash = createHash("sha256");
  const handle = await open(target, "wx", 0o600);
  try {
    for await (const chunk of createReadStream(file.path)) {
      hash.update(chunk);
      await handle.write(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (hash.digest("hex") !== file.sha256) throw new Error("The file changed between its arrival and its storage");
}

/** A renamed file is safe only once its folder is written. Some systems cannot do that: then it is as safe as it gets. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(absent)) ?? [];
}

/** Somebody took it away meanwhile, or nothing was ever stored. */
function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
  throw error;
}

/** Node's type of the web's stream differs from the web's in a detail that is one thing at run time. */
function asWebStream(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;
}
