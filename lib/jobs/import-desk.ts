import { createHash } from "node:crypto";
import { findMadeAccounts } from "../accounts/import";
import type { TenantActor } from "../actor";
import { documentStorage } from "../documents/storage";
import { AppError } from "../errors";
import * as commands from "../imports/commands";
import { type FileLine, readStreamLines } from "../imports/lines";
import { bindMapping } from "../imports/mapping";
import { findImportPlace, getImport, listKeptPayments, readImport } from "../imports/queries";
import type {
  ImportPreview,
  KeptRecord,
  MappedImportInput,
  UploadedImport,
  UploadImportInput,
} from "../imports/record";
import type { ImportTarget } from "../imports/run";
import type { ImportMapping } from "../imports/schema";
import type { StoredBytes } from "../stored-bytes";
import { tenantRead } from "../tenant-db";
import { withTarget } from "./import-target";

// What pages and the API do with imports beyond the noun's own commands: here files, accounts and payments meet.

const PREVIEW_LINES = 10;
const KEPT_SHOWN = 100;

/** Takes a file in, with a proposal how its lines become records. Nothing is imported yet. */
export async function uploadImport(actor: TenantActor, input: UploadImportInput): Promise<UploadedImport> {
  return commands.uploadImport(actor, input, documentStorage);
}

/** What the first lines would become by a mapping, or by the one that is kept. Only for who may see the file's cells. */
export async function previewImport(actor: TenantActor, { id, mapping }: MappedImportInput): Promise<ImportPreview> {
  const { place, record } = await openOwn(actor, id);
  const chosen = mapping ?? place.mapping;
  if (!chosen) return { lines: [], problem: "The mapping is not complete" };
  if (chosen.resource !== record.resource) return { lines: [], problem: `The mapping must be for ${record.resource}` };
  if (!record.is_file_kept || place.storageKey === null)
    throw new AppError("conflict", "The file is not kept any more: upload it again");
  try {
    const lines = await firstLines(place.storageKey, chosen);
    return { lines: await previewed(actor, chosen, lines), problem: null };
  } catch (error) {
    if (!(error instanceof AppError && (error.code === "bad_request" || error.code === "forbidden"))) throw error;
    return { lines: [], problem: error.message };
  }
}

async function firstLines(storageKey: string, { delimiter }: ImportMapping): Promise<FileLine[]> {
  const lines: FileLine[] = [];
  const stream = await (await documentStorage()).get(storageKey, null);
  for await (const line of readStreamLines(stream, delimiter)) {
    lines.push(line);
    if (lines.length > PREVIEW_LINES) break;
  }
  return lines;
}

async function previewed(
  actor: TenantActor,
  mapping: ImportMapping,
  [header, ...lines]: FileLine[],
): Promise<ImportPreview["lines"]> {
  if (!header) return [];
  const read = async function* () {
    yield* [header, ...lines];
  };
  return withTarget(
    actor,
    { mapping, fileName: "", read, dryRun: true },
    () => {},
    (options) => Promise.all(lines.map((line) => previewLine(mapping, header, line, options.target))),
  );
}

async function previewLine(
  mapping: ImportMapping,
  header: FileLine,
  line: FileLine,
  target: ImportTarget<unknown>,
): Promise<ImportPreview["lines"][number]> {
  const mapper = bindMapping(mapping, header);
  const shown = { line: line.line, values: line.fields, account: null, is_new_account: false, record: null };
  const problems = mapper.check(line);
  if (problems.length > 0) return { ...shown, refusals: problems };
  const { draft, refusals } = mapper.map(line);
  const account = draft.account.name;
  const parsed = refusals.length === 0 ? target.schema.safeParse(draft.record) : null;
  if (!parsed?.success) {
    const issues = (parsed?.error.issues ?? []).map(({ path, message }) => ({
      column: mapper.columnsOf(path),
      reason: `${path.join(".")}: ${message}`,
    }));
    return { ...shown, account, refusals: [...refusals, ...issues] };
  }
  const [answer] = await target.accountsOf([draft], true);
  const record = parsed.data as Record<string, unknown>;
  if (!answer?.ok)
    return {
      ...shown,
      account,
      record,
      refusals: [{ column: mapper.columnsOf(["account"]), reason: answer?.reason ?? "" }],
    };
  return {
    ...shown,
    account,
    record,
    is_new_account: answer.id === null && mapping.resource === "payment_intents",
    refusals: [],
  };
}

/** The refused lines of the last check or import as CSV. Only for who may see the file's cells. */
export async function getImportRefusals(actor: TenantActor, { id }: { id: string }): Promise<StoredBytes> {
  const { place, record } = await openOwn(actor, id);
  const { refusalsKey } = place;
  if (refusalsKey === null || !record.has_refusals)
    throw new AppError("conflict", "No refused lines of this import are kept");
  const bytes = Buffer.from(await new Response(await (await documentStorage()).get(refusalsKey, null)).arrayBuffer());
  const range = (start: number, end: number) =>
    new Response(bytes.subarray(start, end + 1)).body ?? new ReadableStream();
  return {
    fileName: `${record.file_name.replace(/(\.csv)?(\.gz)?$/i, "")}.refused.csv`,
    contentType: "text/csv",
    sizeBytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    open: async (wanted) => range(wanted?.start ?? 0, wanted?.end ?? bytes.length - 1),
  };
}

/** One refused line. */
export interface RefusedLine {
  line: string;
  column: string;
  value: string;
  reason: string;
}

/** The first of the refused lines, for a page. */
export async function listRefusedLines(actor: TenantActor, id: string, count: number): Promise<RefusedLine[]> {
  const { place, record } = await openOwn(actor, id);
  if (place.refusalsKey === null || !record.has_refusals) return [];
  const lines: RefusedLine[] = [];
  const stream = await (await documentStorage()).get(place.refusalsKey, null);
  for await (const { line: at, fields } of readStreamLines(stream, ",")) {
    const [line = "", column = "", value = "", reason = ""] = fields;
    if (at > 1) lines.push({ line, column, value, reason });
    if (lines.length === count) break;
  }
  return lines;
}

/** What an undo of this import could not take back; the first hundred. */
export async function listKeptRecords(actor: TenantActor, { id }: { id: string }): Promise<{ items: KeptRecord[] }> {
  const record = await getImport(actor, { id });
  if (record.status !== "UNDONE") return { items: [] };
  const made = await tenantRead(actor, "payment_intents:import", (db) =>
    db.import.findFirst({ where: { id }, select: { madeAccounts: true } }),
  );
  const accounts = actor.permissions.has("accounts:read")
    ? await findMadeAccounts(actor, id, made?.madeAccounts ?? [])
    : [];
  const payments = actor.permissions.has("payment_intents:read") ? await listKeptPayments(actor, id) : [];
  const named = accounts.flatMap(({ id: accountId, name, rests }): KeptRecord[] =>
    rests ? [{ id: accountId, resource: "accounts", label: name, reason: rests }] : [],
  );
  return { items: [...payments, ...named].slice(0, KEPT_SHOWN) };
}

/** @throws AppError `not_found`; `forbidden` for who may not see the file's cells */
async function openOwn(actor: TenantActor, id: string) {
  const found = await tenantRead(actor, "payment_intents:import", async (db) => ({
    record: await readImport(db, actor, id),
    place: await findImportPlace(db, id),
  }));
  if (!found.record.may_see_lines) throw new AppError("forbidden", "Only whoever has uploaded the file sees its lines");
  return found;
}
