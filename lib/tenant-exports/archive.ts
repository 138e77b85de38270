import type { SystemActor } from "../actor";
import type { FileStore, UploadedFile } from "../stored-bytes";
import { writeTemporaryFile } from "../temporary-file";
import { exportedTables, exportRows, exportTenantAndPeople, storageKeys } from "../tenant-db";

interface Archive {
  file: UploadedFile;
  /** Rows by table. */
  rowCounts: Record<string, number>;
  fileCount: number;
}

/** Files are cut into parts of this many bytes, so that no line is long. */
const PART_BYTES = 192 * 1024;

/**
 * Writes all data of a tenant into a file in this machine's temporary folder: lines of JSON, compressed. The first line
 * says what it is; then comes `{"table", "row"}` for each row, `{"file", "part", "base64"}` for each part of a document's
 * file, and in the end `{"end": true, "rows", "files"}`, without which it is not whole.
 */
export async function writeArchive(actor: SystemActor, files: FileStore): Promise<Archive> {
  const counts = { rows: {} as Record<string, number>, files: 0 };
  const file = await writeTemporaryFile(lines(actor, files, counts), {
    isCompressed: true,
    fileName: "archive",
    contentType: "application/gzip",
  });
  return { file, rowCounts: counts.rows, fileCount: counts.files };
}

async function* lines(
  actor: SystemActor,
  files: FileStore,
  counts: { rows: Record<string, number>; files: number },
): AsyncGenerator<string> {
  const row = (table: string, json: string) => {
    counts.rows[table] = (counts.rows[table] ?? 0) + 1;
    return `{"table":${JSON.stringify(table)},"row":${json}}\n`;
  };
  const { tenant, people } = await exportTenantAndPeople(actor);
  yield `${JSON.stringify({ bulkhead_export: 1, tenant_id: actor.tenantId, made_at: new Date().toISOString() })}\n`;
  yield row("tenants", tenant);
  for (const person of people) yield row("people", person);
  for (const table of await exportedTables(actor)) {
    counts.rows[table.name] = 0;
    for await (const batch of exportRows(actor, table)) yield batch.map((json) => row(table.name, json)).join("");
  }
  for await (const key of storageKeys(actor)) {
    counts.files += 1;
    yield* fileLines(key, await files.get(key, null));
  }
  yield `${JSON.stringify({ end: true, rows: counts.rows, files: counts.files })}\n`;
}

async function* fileLines(key: string, stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const line = (part: number, bytes: Buffer) =>
    `${JSON.stringify({ file: key, part, base64: bytes.toString("base64") })}\n`;
  let held = Buffer.alloc(0);
  let part = 0;
  for await (const chunk of stream) {
    held = Buffer.concat([held, chunk]);
    while (held.length >= PART_BYTES) {
      yield line(part++, held.subarray(0, PART_BYTES));
      held = held.subarray(PART_BYTES);
    }
  }
  // An empty file is a part too.
  if (held.length > 0 || part === 0) yield line(part, held);
}
