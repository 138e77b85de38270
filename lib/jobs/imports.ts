import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { deleteAccount } from "../accounts/commands";
import { findMadeAccounts } from "../accounts/import";
import type { SystemActor } from "../actor";
import { AppError } from "../errors";
import { type FileLine, readFileLines } from "../imports/lines";
import { findImportPlace, type ImportPlace } from "../imports/queries";
import { RefusalFile } from "../imports/refusal-file";
import { type ImportProgress, importLines } from "../imports/run";
import type { ImportMapping } from "../imports/schema";
import { reportError } from "../logger";
import { type FileStore, UPLOAD_PREFIX } from "../stored-bytes";
import { systemActor } from "../system-actor";
import {
  forgetImportAccounts,
  importRights,
  tenantRead,
  tenantWrite,
  undoImportBatch,
  type WriteClient,
} from "../tenant-db";
import { withTarget } from "./import-target";

/** A file is refused beyond these, whatever it was packed to. */
const MAX_LINES = 2_000_000;
const MAX_CHARACTERS = 4_000_000_000;

const UNDO_BATCH = 500;
const NO_ID = "00000000-0000-0000-0000-000000000000";

/** Somebody has stopped it. */
class Stopped extends Error {}

type Changes = NonNullable<Parameters<WriteClient["import"]["updateMany"]>[0]>["data"];

/** Job `imports.check`: a run that writes nothing. */
export async function checkImport(tenantId: string, importId: string, files: FileStore): Promise<void> {
  await work({ tenantId, importId, files, isCheck: true });
}

/** Job `imports.run`: imports the file, or goes on with it. */
export async function executeImport(tenantId: string, importId: string, files: FileStore): Promise<void> {
  await work({ tenantId, importId, files, isCheck: false });
}

interface Work {
  tenantId: string;
  importId: string;
  files: FileStore;
  isCheck: boolean;
}

async function work({ tenantId, importId, files, isCheck }: Work): Promise<void> {
  const system = systemActor(tenantId, isCheck ? "imports.check" : "imports.run");
  const busy = isCheck ? "CHECKING" : "RUNNING";
  const row = new ImportRow(system, importId);
  // A stop that came before the job did is a stop as well.
  if (await row.change(["CANCELING"], { status: "CANCELED", finishedAt: new Date() })) return;
  if (!(await row.change([busy], { problem: null }))) return;
  const folder = await mkdtemp(path.join(os.tmpdir(), UPLOAD_PREFIX));
  const refusals = new RefusalFile(path.join(folder, "refusals.csv"));
  try {
    const { place, rights } = await tenantRead(system, null, async (db) => ({
      place: await findImportPlace(db, importId),
      rights: await importRights(db, importId),
    }));
    if (!rights) throw new AppError("forbidden", "Whoever has uploaded the file has no access any more");
    const actor: SystemActor = { ...system, permissions: rights.permissions, accountIds: rights.accountIds };
    const { mapping, file } = await fetchFile(place, folder, files);
    const counts = await withTarget(
      actor,
      {
        mapping,
        fileName: "",
        dryRun: isCheck,
        read: () => bounded(readFileLines(file, mapping.delimiter)),
        onProgress: (progress) => row.progress(busy, progress),
        onRefusal: (refusal, value) => refusals.add(refusal, value),
      },
      (_name, id) => (id === null ? undefined : row.noteAccount(id)),
      (options) => importLines(actor, options, isCheck ? null : importId),
    );
    const refusalsKey = await keepRefusals(system, refusals, files);
    await row.change([busy, "CANCELING"], {
      status: isCheck ? "CHECKED" : "COMPLETED",
      lineCount: counts.lines,
      importedCount: counts.imported,
      skippedCount: counts.skipped,
      refusedCount: counts.refused,
      refusalsKey,
      finishedAt: isCheck ? null : new Date(),
    });
  } catch (error) {
    await settle(row, error, { isCheck, refusalsKey: () => keepRefusals(system, refusals, files) });
  } finally {
    await refusals.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What becomes of an import that did not come to its end. @throws Error while it is to be tried again */
async function settle(
  row: ImportRow,
  error: unknown,
  { isCheck, refusalsKey }: { isCheck: boolean; refusalsKey: () => Promise<string | null> },
): Promise<void> {
  if (error instanceof Stopped) {
    await row.change(["CANCELING"], { status: "CANCELED", finishedAt: new Date(), refusalsKey: await refusalsKey() });
    return;
  }
  if (error instanceof AppError && error.code === "unavailable") throw error;
  const isExpected = error instanceof AppError && error.code !== "internal";
  if (!isExpected) reportError(error, { component: "imports" });
  const problem = isExpected
    ? error.message
    : "Something went wrong on our side. Try again: it goes on where it stopped.";
  await row.change(["CHECKING", "RUNNING", "CANCELING"], {
    status: isCheck ? "UPLOADED" : "FAILED",
    problem: problem.slice(0, 1000),
    finishedAt: isCheck ? null : new Date(),
  });
}

/** The row of an import, which the job and the pages share. */
class ImportRow {
  readonly #actor: SystemActor;
  readonly #id: string;

  constructor(actor: SystemActor, id: string) {
    this.#actor = actor;
    this.#id = id;
  }

  /** @returns false if it is in none of these states (any more) */
  async change(from: string[], data: Changes): Promise<boolean> {
    const { count } = await tenantWrite(this.#actor, null, this.#actor.job, (db) =>
      db.import.updateMany({ where: { id: this.#id, status: { in: from } }, data }),
    );
    return count > 0;
  }

  /** @throws Stopped if somebody has stopped it */
  async progress(busy: string, { total, lines, imported, skipped, refused }: ImportProgress): Promise<void> {
    const isRunning = await this.change([busy], {
      totalCount: total,
      lineCount: lines,
      importedCount: imported,
      skippedCount: skipped,
      refusedCount: refused,
    });
    if (!isRunning) throw new Stopped();
  }

  async noteAccount(id: string): Promise<void> {
    await tenantWrite(this.#actor, null, this.#actor.job, (db) =>
      db.import.updateMany({ where: { id: this.#id }, data: { madeAccounts: { push: id } } }),
    );
  }
}

async function fetchFile(
  { storageKey, mapping }: ImportPlace,
  folder: string,
  files: FileStore,
): Promise<{ mapping: ImportMapping; file: string }> {
  if (!mapping) throw new AppError("bad_request", "The mapping is not complete");
  if (storageKey === null) throw new AppError("bad_request", "The file is not kept any more: upload it again");
  const file = path.join(folder, "file");
  const stream = await files.get(storageKey, null);
  await pipeline(Readable.from(stream as AsyncIterable<Uint8Array>), createWriteStream(file, { mode: 0o600 }));
  return { mapping, file };
}

async function* bounded(lines: AsyncIterable<FileLine>): AsyncGenerator<FileLine> {
  let count = 0;
  let characters = 0;
  for await (const line of lines) {
    count += 1;
    for (const field of line.fields) characters += field.length;
    if (count > MAX_LINES || characters > MAX_CHARACTERS)
      throw new AppError("bad_request", `The file is too large: divide it into files of ${MAX_LINES} lines at most`);
    yield line;
  }
}

/** Stores the refused lines, if there are any. */
async function keepRefusals(actor: SystemActor, refusals: RefusalFile, files: FileStore): Promise<string | null> {
  const file = await refusals.close();
  if (file === null) return null;
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  const { size } = await stat(file);
  return files.put(actor.tenantId, {
    path: file,
    fileName: "refusals.csv",
    declaredType: "text/csv",
    sizeBytes: size,
    sha256: hash.digest("hex"),
    discard: async () => {},
  });
}

/**
 * Job `imports.undo`: takes back what an import has brought, as far as nothing happened to it since. Begun anew after a
 * crash, it finds what is left.
 */
export async function undoImportedLines(tenantId: string, importId: string): Promise<void> {
  const system = systemActor(tenantId, "imports.undo");
  const row = new ImportRow(system, importId);
  const before = await tenantRead(system, null, (db) =>
    db.import.findFirst({
      where: { id: importId, status: "UNDOING" },
      select: { resource: true, madeAccounts: true, undoneCount: true },
    }),
  );
  if (!before) return;
  let undone = before.undoneCount;
  let kept = 0;
  for (let after = before.resource === "payment_intents" ? NO_ID : null; after !== null; ) {
    const from: string = after;
    const batch = await tenantWrite(system, null, "imports.undo", (db) =>
      undoImportBatch(db, importId, from, UNDO_BATCH),
    );
    undone += batch.undone;
    kept += batch.seen - batch.undone;
    await row.change(["UNDOING"], { undoneCount: undone, keptCount: kept });
    after = batch.last;
  }
  const accounts = await undoAccounts(system, importId, before.madeAccounts);
  await row.change(["UNDOING"], {
    status: "UNDONE",
    undoneCount: undone + accounts.undone,
    keptCount: kept + accounts.kept,
    finishedAt: new Date(),
  });
}

/** Deletes the accounts that the import has made and nobody uses, those below before those above. */
async function undoAccounts(actor: SystemActor, importId: string, extraIds: readonly string[]) {
  let undone = 0;
  for (;;) {
    const found = await findMadeAccounts(actor, importId, extraIds);
    const unused = found.filter(({ rests }) => rests === null);
    for (const { id } of unused) {
      // Somebody may have put it to use, or deleted it, in this moment.
      const gone = await deleteAccount(actor, { id }).catch((error: unknown) => {
        if (error instanceof AppError && ["conflict", "not_found"].includes(error.code)) return null;
        throw error;
      });
      if (gone) undone += 1;
    }
    await tenantWrite(actor, null, "imports.undo", (db) => forgetImportAccounts(db, importId));
    // Those above come free with those below.
    if (unused.length === 0) return { undone, kept: found.length };
  }
}
