import type { TenantActor } from "../actor";
import { AppError, fieldError } from "../errors";
import type { JobName } from "../job-names";
import { reportError } from "../logger";
import type { FileStore } from "../stored-bytes";
import { addJob, settingsInForce, sql, tenantRead, tenantWrite, type WriteClient } from "../tenant-db";
import { guessMapping } from "./guess";
import { readFileLines, readFirstLine } from "./lines";
import { findMappingOfShape, findNamedMappingOfShape, readImport } from "./queries";
import {
  type ImportDetail,
  type ImportStatus,
  type MappedImportInput,
  OPEN_STATUSES,
  UNDOABLE_STATUSES,
  type UploadedImport,
  type UploadImportInput,
} from "./record";
import type { ImportMapping } from "./schema";
import { type FileSketch, guessDelimiter, shapeOf, sketchFile } from "./sketch";

const PERMISSION = "payment_intents:import";
const MAX_COLUMNS = 1000;
const ACCOUNTS_KNOWN = 5000;

/**
 * Keeps an uploaded file, and proposes how its lines become records: as a named mapping for these columns says, as for the
 * last file of the same columns, or guessed.
 * Nothing is imported yet. @throws AppError `validation_error` for a file that is no table
 */
export async function uploadImport(
  actor: TenantActor,
  input: UploadImportInput,
  files: () => Promise<FileStore>,
): Promise<UploadedImport> {
  const { file, resource } = input;
  try {
    refuseVisit(actor);
    // Before the file is looked at: whoever may not import makes no work.
    await tenantRead(actor, PERMISSION, (db) => db.import.findFirst({ select: { id: true } }));
    const { sketch, delimiter } = await sketchOf(file.path);
    const shape = shapeOf(resource, sketch.header);
    const named = await findNamedMappingOfShape(actor, shape);
    const before = named ? null : await findMappingOfShape(actor, shape);
    const mapping =
      named?.mapping ?? before?.mapping ?? guessMapping(sketch, { ...(await contextOf(actor, input)), delimiter });
    const store = await files();
    const storageKey = await store.put(actor.tenantId, file);
    try {
      const stored = await tenantWrite(actor, PERMISSION, "imports.upload", async (db) => {
        const { id } = await db.import.create({
          data: {
            tenantId: actor.tenantId,
            resource,
            source: mapping.source,
            fileName: file.fileName,
            status: "UPLOADED",
            sizeBytes: file.sizeBytes,
            storageKey,
            header: sketch.header,
            shape,
            mapping: toJson(mapping),
          },
          select: { id: true },
        });
        return readImport(db, actor, id);
      });
      return {
        ...stored,
        mapping_from: before && { id: before.id, file_name: before.file_name },
        named_mapping: named && { id: named.id, name: named.name },
      };
    } catch (error) {
      // The sweep takes it away otherwise.
      await store.delete(storageKey).catch((cause: unknown) => reportError(cause, { component: "imports" }));
      throw error;
    }
  } finally {
    await file.discard();
  }
}

/** What a file looks like. @throws AppError `validation_error` in one sentence */
async function sketchOf(path: string): Promise<{ sketch: FileSketch; delimiter: ImportMapping["delimiter"] }> {
  try {
    const delimiter = guessDelimiter(await readFirstLine(path));
    const sketch = await sketchFile(readFileLines(path, delimiter));
    const twice = sketch.header.filter((name, index) => name !== "" && sketch.header.indexOf(name) < index);
    if (sketch.header.every((name) => name === "")) throw fieldError("file", "Its first line must name the columns");
    if (sketch.header.length > MAX_COLUMNS) throw fieldError("file", `Must have ${MAX_COLUMNS} columns at most`);
    if (twice.length > 0) throw fieldError("file", `Has two columns ${JSON.stringify(twice[0])}`);
    if (sketch.lineCount === 0) throw fieldError("file", "Has no line below its header");
    return { sketch, delimiter };
  } catch (error) {
    if (error instanceof AppError && error.code === "bad_request") throw fieldError("file", error.message);
    throw error;
  }
}

async function contextOf(actor: TenantActor, { resource, time_zone }: UploadImportInput) {
  const known = actor.permissions.has("accounts:read");
  const { settings, accounts } = await tenantRead(actor, PERMISSION, async (db) => ({
    settings: await settingsInForce(db),
    accounts: known
      ? await db.account.findMany({ where: { deletedAt: null }, take: ACCOUNTS_KNOWN, select: { name: true } })
      : [],
  }));
  return {
    resource,
    timeZone: time_zone ?? settings.time_zone ?? "UTC",
    currency: settings.default_currency ?? settings.allowed_currencies?.[0] ?? "EUR",
    accountNames: new Set(accounts.map(({ name }) => name.toLowerCase())),
    mayMakeAccounts: actor.permissions.has("accounts:write") && actor.accountIds === null,
  };
}

/** Has the whole file looked through as if it were imported, by a job. */
export async function startCheck(actor: TenantActor, input: MappedImportInput): Promise<ImportDetail> {
  return begin(actor, input, "imports.check", { from: OPEN_STATUSES, to: "CHECKING" });
}

/** Has the file imported by a job; after a fault or a stop it goes on where it was. */
export async function startImport(actor: TenantActor, input: MappedImportInput): Promise<ImportDetail> {
  return begin(actor, input, "imports.run", { from: OPEN_STATUSES, to: "RUNNING" });
}

async function begin(
  actor: TenantActor,
  { id, mapping }: MappedImportInput,
  job: "imports.check" | "imports.run",
  { from, to }: Step,
): Promise<ImportDetail> {
  refuseVisit(actor);
  return tenantWrite(actor, PERMISSION, job, async (db) => {
    const found = await readImport(db, actor, id);
    if (!found.may_see_lines)
      throw new AppError("forbidden", "Only whoever has uploaded the file can check and import it");
    if (mapping && mapping.resource !== found.resource)
      throw fieldError("mapping.resource", `Must be ${found.resource}: the file was uploaded for these`);
    if (!found.is_file_kept) throw new AppError("conflict", "The file is not kept any more: upload it again");
    // It is done with the rights of whoever wants it now.
    await db.rows(
      sql`update imports set requested_by = app.user_id(), requested_by_key = (app.context() ->> 'api_key_id')::uuid,
            requested_by_name = app.context() ->> 'label'
          where tenant_id = ${actor.tenantId}::uuid and id = ${id}::uuid returning id`,
      "imports_take_over",
    );
    await step(db, id, { from, to }, job, {
      ...(mapping && { mapping: toJson(mapping), source: mapping.source }),
      problem: null,
      ...NO_COUNTS,
    });
    return readImport(db, actor, id);
  });
}

/** Stops a check or an import behind the lines under way. What is in stays, and can be taken back. */
export async function cancelImport(actor: TenantActor, { id }: { id: string }): Promise<ImportDetail> {
  refuseVisit(actor);
  return tenantWrite(actor, PERMISSION, "imports.cancel", async (db) => {
    const checking = await db.import.updateMany({ where: { id, status: "CHECKING" }, data: { status: "UPLOADED" } });
    const running = await db.import.updateMany({ where: { id, status: "RUNNING" }, data: { status: "CANCELING" } });
    const stored = await readImport(db, actor, id);
    if (checking.count + running.count === 0) throw new AppError("conflict", "Nothing of this import is under way");
    return stored;
  });
}

/**
 * Has everything taken back that an import has brought and that has not been touched since, by a job. Its lines can be
 * imported again.
 */
export async function undoImport(actor: TenantActor, { id }: { id: string }): Promise<ImportDetail> {
  refuseVisit(actor);
  return tenantWrite(actor, PERMISSION, "imports.undo", async (db) => {
    await readImport(db, actor, id);
    await step(db, id, { from: UNDOABLE_STATUSES, to: "UNDOING" }, "imports.undo", {});
    return readImport(db, actor, id);
  });
}

interface Step {
  from: readonly ImportStatus[];
  to: ImportStatus;
}

const NO_COUNTS = {
  totalCount: null,
  lineCount: 0,
  importedCount: 0,
  skippedCount: 0,
  refusedCount: 0,
  finishedAt: null,
};

type Changes = NonNullable<Parameters<WriteClient["import"]["updateMany"]>[0]>["data"];

async function step(
  db: WriteClient,
  id: string,
  { from, to }: Step,
  job: Extract<JobName, `imports.${"check" | "run" | "undo"}`>,
  data: Changes,
): Promise<void> {
  const { count } = await db.import.updateMany({
    where: { id, status: { in: [...from] } },
    data: { ...data, status: to },
  });
  if (count === 0) throw new AppError("conflict", "The import is under way, or over");
  await addJob(db, job, { import_id: id }, { key: id, maxAttempts: 5 });
}

/** A guest of the platform brings no files, even where writing is agreed. */
/** Files, and what is kept of them, are a matter of the tenant's own people. @throws AppError `forbidden` */
export function refuseVisit(actor: TenantActor): void {
  if (actor.kind === "member" && actor.visit)
    throw new AppError("forbidden", "Files are imported by the tenant's own people, not on a visit");
}

/** The mapping as a column takes it: zod has checked that it is plain JSON; Prisma's type wants every member spelled out. */
export function toJson(mapping: ImportMapping) {
  return mapping as unknown as Record<string, never>;
}
