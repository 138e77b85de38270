import type { SystemActor, TenantActor } from "../actor";
import { AppError } from "../errors";
import type { JobInput } from "../job-names";
import type { ListQuery } from "../list-query";
import { maskRecord } from "../personal-data";
import type { FileStore, UploadedFile } from "../stored-bytes";
import { systemActor } from "../system-actor";
import { writeTemporaryFile } from "../temporary-file";
import { type ExportGrant, exportGrant, overdueExports, readAsRequester, sql, tenantWrite } from "../tenant-db";
import { csvHead, csvRows } from "./columns";
import { contentTypeOf } from "./download";
import { queryAfter } from "./read-query";
import { tellOfReadyExport } from "./ready-notice";
import { EXPORT_LIFETIME_HOURS, type ListExport } from "./schema";
import type { ExportSource, ExportSources } from "./sources";

interface Task
  extends Pick<
    ListExport,
    | "id"
    | "list"
    | "format"
    | "columns"
    | "time_zone"
    | "amounts"
    | "has_byte_order_mark"
    | "is_compressed"
    | "is_masked"
  > {
  list_query: ListQuery;
  membership_id: string | null;
  api_key_id: string | null;
  attempts: number;
}

/** Rows of one statement. */
const BATCH_SIZE = 1000;
/** How often progress is told, and the rights looked at again. */
const TELL_EVERY_MS = 1000;
/** A snapshot holds up the database's tidying: longer than this is no export but a mistake. */
const LONGEST_MS = 60 * 60_000;
const MAX_ATTEMPTS = 3;
const HOUR_MS = 3_600_000;

/** Somebody called the export off. */
class Canceled extends Error {}

/**
 * Job `exports.make`: writes the file of an export as whoever asked for it, and keeps it. What is refused fails for good;
 * what breaks down is tried again.
 * @throws Error while it is to be tried again
 */
export async function makeExport(
  { tenant_id, export_id: id }: JobInput<"exports.make">,
  sources: ExportSources,
  files: FileStore,
): Promise<void> {
  if (!tenant_id) throw new Error("An export belongs to a tenant");
  const job = systemActor(tenant_id, "exports.make");
  const task = await begin(job, id);
  if (!task) return;
  try {
    const grant = await exportGrant(job, id);
    if (!grant || grant.refusal !== null) throw new AppError("forbidden", grant?.refusal ?? undefined);
    const source = sources.get(task.list);
    if (!source) throw new AppError("conflict", `There is no list ${task.list} any more`);
    const isMasked = task.is_masked || !grant.permissions.includes("customers:read_personal_data");
    await noteReach(job, id, isMasked, grant.account_ids);
    await store(job, task, files, await write(job, { ...task, is_masked: isMasked }, source, grant));
  } catch (error) {
    if (error instanceof Canceled) return;
    const isFinal = error instanceof AppError && error.status < 500;
    const isLast = isFinal || task.attempts >= MAX_ATTEMPTS;
    // What a breakdown says of a file or a statement is for our log, not for a page.
    const message = isFinal ? error.message : "Something broke down while it was written; please ask for it again";
    await change(job, id, isLast ? { state: "FAILED", error: message, finishedAt: new Date() } : { state: "QUEUED" });
    if (!isFinal) throw error;
  }
}

async function begin(job: SystemActor, id: string): Promise<Task | undefined> {
  return tenantWrite(job, null, "exports.begin", async (db) => {
    const [task] = await db.rows<Task>(
      sql`update exports x set state = 'RUNNING', attempts = x.attempts + 1, row_count = 0, started_at = now()
          where x.tenant_id = ${job.tenantId}::uuid and x.id = ${id}::uuid and x.state = 'QUEUED'
          returning x.id, x.list, x.list_query, x.format, x.columns, x.time_zone, x.amounts, x.has_byte_order_mark,
            x.is_compressed, x.is_masked, x.membership_id, x.api_key_id, x.attempts`,
      "exports_begin",
    );
    return task;
  });
}

/** What the file will hold is known once the rights are: all that it says of them is of this moment. */
async function noteReach(job: SystemActor, id: string, isMasked: boolean, reach: string[] | null): Promise<void> {
  await tenantWrite(job, null, "exports.make", (db) =>
    db.rows(
      sql`update exports x set is_masked = ${isMasked}, reach = ${reach}::uuid[]
          where x.tenant_id = ${job.tenantId}::uuid and x.id = ${id}::uuid and x.state = 'RUNNING'`,
      "exports_reach",
    ),
  );
}

/** Ends the export, and tells whoever asked for it. @throws Canceled where it is not under way any more */
async function complete(job: SystemActor, { id, list, membership_id }: Task, data: object): Promise<void> {
  const isDone = await tenantWrite(job, null, "exports.make", async (db) => {
    const { count } = await db.export.updateMany({ where: { id, state: "RUNNING" }, data });
    if (count > 0 && membership_id)
      await tellOfReadyExport(db, job.tenantId, { id, list, membershipId: membership_id });
    return count > 0;
  });
  if (!isDone) throw new Canceled();
}

/** Changes the export while it is under way. @throws Canceled where it is not any more */
async function change(job: SystemActor, id: string, data: object): Promise<void> {
  const { count } = await tenantWrite(job, null, "exports.make", (db) =>
    db.export.updateMany({ where: { id, state: "RUNNING" }, data }),
  );
  if (count === 0) throw new Canceled();
}

async function write(job: SystemActor, task: Task, source: ExportSource, grant: ExportGrant): Promise<UploadedFile> {
  const tell = async (rowCount: number) => {
    await change(job, task.id, { rowCount });
    const now = await exportGrant(job, task.id);
    if (JSON.stringify(now) !== JSON.stringify(grant))
      throw new AppError(
        "forbidden",
        now?.refusal ?? "The rights of whoever asked for it changed meanwhile: export again",
      );
  };
  return readAsRequester(job, task, grant, LONGEST_MS, (actor) =>
    writeTemporaryFile(pieces(actor, task, source, tell), {
      isCompressed: task.is_compressed,
      fileName: "export",
      contentType: contentTypeOf(task),
    }),
  );
}

async function* pieces(
  actor: TenantActor,
  task: Task,
  source: ExportSource,
  tell: (rowCount: number) => Promise<void>,
): AsyncGenerator<string> {
  const columns = source.columns.filter(({ id }) => task.columns?.includes(id));
  columns.sort((one, other) => (task.columns?.indexOf(one.id) ?? 0) - (task.columns?.indexOf(other.id) ?? 0));
  const style = { timeZone: task.time_zone, amounts: task.amounts };
  // Masked because it is wanted so, whatever the actor may see.
  const reader = task.is_masked ? { ...actor, permissions: new Set<never>() } : actor;
  if (task.format === "csv") yield csvHead(columns, task.has_byte_order_mark);
  let rowCount = 0;
  let toldAtMs = Date.now();
  let query: ListQuery | null = { ...task.list_query, size: BATCH_SIZE, cursor: null, direction: "next", page: null };
  while (query) {
    const page = await source.read(actor, query);
    const items = page.items.map((item) => source.item.parse(maskRecord(reader, item)));
    if (items.length > 0)
      yield task.format === "csv"
        ? csvRows(columns, items, style)
        : items.map((item) => `${JSON.stringify(item)}\n`).join("");
    rowCount += items.length;
    query = page.nextCursor === null ? null : queryAfter(source, query, page.nextCursor);
    if (query && Date.now() - toldAtMs < TELL_EVERY_MS) continue;
    await tell(rowCount);
    toldAtMs = Date.now();
  }
}

/** Bytes first, row then: what no row names is taken away by the sweep. */
async function store(job: SystemActor, task: Task, files: FileStore, file: UploadedFile): Promise<void> {
  try {
    const storageKey = await files.put(job.tenantId, file);
    const finishedAt = new Date();
    const expiresAt = new Date(finishedAt.getTime() + EXPORT_LIFETIME_HOURS * HOUR_MS);
    const { sizeBytes, sha256 } = file;
    const done = { state: "COMPLETED", error: null, storageKey, sizeBytes, sha256, finishedAt, expiresAt };
    try {
      await complete(job, task, done);
    } catch (error) {
      if (error instanceof Canceled) await files.delete(storageKey);
      throw error;
    }
  } finally {
    await file.discard();
  }
}

/** Job `exports.expire`: takes files away whose time is over, and gives up what no job works at any more. */
export async function expireExports(files: FileStore): Promise<void> {
  for (const { tenantId, id, state, storageKey } of await overdueExports()) {
    if (storageKey) await files.delete(storageKey);
    const data =
      state === "COMPLETED"
        ? { state: "EXPIRED", storageKey: null }
        : { state: "FAILED", error: "It was broken off; please ask for it again", finishedAt: new Date() };
    await tenantWrite(systemActor(tenantId, "exports.expire"), null, "exports.expire", (db) =>
      db.export.updateMany({ where: { id, state }, data }),
    );
  }
}
