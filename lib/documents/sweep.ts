import { randomUUID } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { SystemActor } from "../actor";
import { logger } from "../logger";
import { PLATFORM_OWNER, UPLOAD_PREFIX } from "../stored-bytes";
import { keptImportFiles, tenantRead, unnamedArchives } from "../tenant-db";
import { documentStorage } from "./storage";

const DAY_MS = 86_400_000;
const BATCH_SIZE = 500;

/**
 * Takes away stored files that no document names: of uploads that died between their bytes and their row. Files younger
 * than `olderThanMs` are left alone, since their row may still be on its way. Deleted documents keep their files, to be
 * restored. Exports and archives of tenants, which lie beside them, stay as long as their rows name them. What died uploads left in this machine's temporary folder goes after a day.
 * @returns how many files went
 */
export async function sweepOrphanDocuments({ olderThanMs = DAY_MS } = {}): Promise<number> {
  const before = Date.now() - olderThanMs;
  const storage = await documentStorage();
  let count = 0;
  let batch: string[] = [];
  const settle = async () => {
    const orphans = await withoutDocument(batch);
    for (const key of orphans) await storage.delete(key);
    count += orphans.length;
    batch = [];
  };
  for await (const { key, modifiedAt } of storage.list()) {
    if (modifiedAt.getTime() > before) continue;
    if (batch.length === BATCH_SIZE || (batch[0] && tenantOf(batch[0]) !== tenantOf(key))) await settle();
    batch.push(key);
  }
  await settle();
  await clearTemporaryFolder(Date.now() - DAY_MS);
  if (count > 0) logger.info({ count }, "Stored files without a document were taken away");
  return count;
}

const tenantOf = (key: string) => key.slice(0, key.indexOf("/"));

/** Of these keys of one tenant, those that no row of it names, or not any more: files of imports are kept for a week. */
async function withoutDocument(keys: readonly string[]): Promise<string[]> {
  const [first] = keys;
  if (!first) return [];
  if (tenantOf(first) === PLATFORM_OWNER) return unnamedArchives(keys);
  const named = await tenantRead(sweeper(tenantOf(first)), null, async (db) => [
    ...(await db.document.findMany({ where: { storageKey: { in: [...keys] } }, select: { storageKey: true } })),
    ...(await db.export.findMany({ where: { storageKey: { in: [...keys] } }, select: { storageKey: true } })),
  ]);
  const kept = new Set([
    ...named.map(({ storageKey }) => storageKey),
    ...(await keptImportFiles(sweeper(tenantOf(first)), keys)),
  ]);
  return keys.filter((key) => !kept.has(key));
}

function sweeper(tenantId: string): SystemActor {
  return {
    kind: "system",
    job: "documents.sweep",
    tenantId,
    permissions: new Set(),
    accountIds: null,
    requestId: randomUUID(),
    ipAddress: null,
    userAgent: null,
  };
}

async function clearTemporaryFolder(before: number): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    if (!name.startsWith(UPLOAD_PREFIX)) continue;
    const folder = path.join(os.tmpdir(), name);
    const found = await stat(folder).catch(() => null);
    if (found && found.mtime.getTime() < before) await rm(folder, { recursive: true, force: true });
  }
}
