import type { z } from "zod";
import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { tenantWrite } from "../tenant-db";
import { lineKeys } from "./line-keys";
import type { Refusal } from "./line-reader";
import type { FileLine } from "./lines";
import { bindMapping, type Draft, type LineMapper } from "./mapping";
import { findImportedLines } from "./queries";
import type { ImportMapping } from "./schema";

/** A line that is fit to be written. */
export interface ImportedLine<Input> {
  line: number;
  line_key: Uint8Array<ArrayBuffer>;
  /** Null: it has none, or it comes to be by being written. */
  account_id: string | null;
  input: Input;
}

/**
 * The account of a line: its id (null where a dry run would make it, and for accounts at the top), or why there is none.
 * `isThere`: the record that the line would become is there already, so the line is skipped.
 */
export type AccountAnswer = { ok: true; id: string | null } | { ok: false; reason: string; isThere?: true };

/** What lines become: the importer knows files, mappings and runs, and leaves the records to their own noun. */
export interface ImportTarget<Input> {
  /** The rules of the record. */
  schema: z.ZodType<Input>;
  /** The account of each draft, in the same order; made where the mapping says so, unless it is a dry run. */
  accountsOf(drafts: readonly Draft[], dryRun: boolean): Promise<AccountAnswer[]>;
  /**
   * Writes records and lines in one transaction, or a transaction for each. Answers the lines that could not be written.
   * @throws AppError `already_exists` if a line was there: nothing was written
   */
  write(batch: {
    import_id: string;
    source: string;
    lines: readonly ImportedLine<Input>[];
  }): Promise<readonly { line: number; reason: string }[]>;
}

export interface ImportCounts {
  lines: number;
  imported: number;
  /** Lines that an earlier run has imported. */
  skipped: number;
  refused: number;
}

export interface ImportProgress extends ImportCounts {
  /** Lines of the whole file; null while they are being counted. */
  total: number | null;
}

export interface ImportOptions<Input> {
  mapping: ImportMapping;
  /** Shown with the run. */
  fileName: string;
  /** Reads the file from its beginning; called twice. The first line is the header. */
  read(): AsyncIterable<FileLine>;
  target: ImportTarget<Input>;
  /** Does everything but write. */
  dryRun?: boolean;
  /** Told now and then, and awaited. What it throws ends the run, behind whole batches. */
  onProgress?(progress: ImportProgress): void | Promise<void>;
  /** @param value what the file has in the column, or in the columns, behind a bar each */
  onRefusal?(refusal: Refusal, value: string): void;
}

/** Lines of one transaction. */
export const BATCH_LINES = 500;

const PROGRESS_LINES = 20_000;
const MAX_TRIES = 10;

/**
 * Imports a file. The whole of it is read once before anything is written, so that a file that is broken as such leaves
 * nothing behind. Lines that do not fit are refused one by one, the others are written in batches; a run that was ended
 * goes on where it stopped when it is started again.
 * @throws AppError `bad_request` for a file that cannot be read or lacks columns, `forbidden` without the permission
 */
export async function runImport<Input>(actor: TenantActor, options: ImportOptions<Input>): Promise<ImportCounts> {
  if (options.dryRun) return importLines(actor, options, null);
  const run = new Run(actor, options, await countLines(options));
  const importId = await startImport(actor, options);
  try {
    const counts = await run.all(importId);
    await finishImport(actor, importId, "COMPLETED", counts);
    return counts;
  } catch (error) {
    // What went wrong is what counts: with the database away, this fails as well.
    await finishImport(actor, importId, "FAILED", run.counts).catch(() => {});
    throw error;
  }
}

/**
 * The same for an import whose row somebody else keeps: null for a dry run. Lines that the same import has brought before
 * count as imported, so it can be gone on with after it was broken off.
 */
export async function importLines<Input>(
  actor: TenantActor,
  options: ImportOptions<Input>,
  importId: string | null,
): Promise<ImportCounts> {
  return new Run(actor, options, await countLines(options)).all(importId);
}

async function countLines<Input>({ mapping, read, onProgress }: ImportOptions<Input>): Promise<number> {
  let lines = -1;
  for await (const line of read()) {
    lines += 1;
    if (lines === 0) bindMapping(mapping, line);
    else if (lines % PROGRESS_LINES === 0)
      await onProgress?.({ total: null, lines, imported: 0, skipped: 0, refused: 0 });
  }
  return lines;
}

interface KeyedLine {
  line: FileLine;
  key: Uint8Array<ArrayBuffer>;
  hex: string;
}

class Run<Input> {
  readonly counts: ImportCounts = { lines: 0, imported: 0, skipped: 0, refused: 0 };
  readonly #actor: TenantActor;
  readonly #options: ImportOptions<Input>;
  readonly #total: number;
  #refusals: { refusal: Refusal; value: string }[] = [];

  constructor(actor: TenantActor, options: ImportOptions<Input>, total: number) {
    this.#actor = actor;
    this.#options = options;
    this.#total = total;
  }

  async all(importId: string | null): Promise<ImportCounts> {
    let mapper: LineMapper | null = null;
    let keyOf: ReturnType<typeof lineKeys> = lineKeys([]);
    let batch: KeyedLine[] = [];
    for await (const line of this.#options.read()) {
      if (!mapper) {
        mapper = bindMapping(this.#options.mapping, line);
        keyOf = lineKeys(mapper.header);
        continue;
      }
      this.counts.lines += 1;
      const problems = mapper.check(line);
      if (problems.length > 0) this.#refuse(problems, mapper, line);
      else {
        const key = keyOf(line.fields);
        batch.push({ line, key, hex: Buffer.from(key).toString("hex") });
      }
      if (batch.length < BATCH_LINES) continue;
      await this.#batch(mapper, batch, importId);
      batch = [];
    }
    if (mapper && batch.length > 0) await this.#batch(mapper, batch, importId);
    await this.#tell();
    return this.counts;
  }

  async #batch(mapper: LineMapper, lines: KeyedLine[], importId: string | null): Promise<void> {
    let rest = await this.#withoutImported(lines, importId);
    const drafts = rest.flatMap((line) => this.#check(mapper, line));
    let ready = await this.#withAccounts(mapper, drafts);
    if (importId === null) this.counts.imported += ready.length;
    for (let tries = 1; importId !== null && ready.length > 0; tries += 1) {
      try {
        const rows = ready.map(({ line, key, input, accountId }) => ({
          line: line.line,
          line_key: key,
          account_id: accountId,
          input,
        }));
        const { source } = this.#options.mapping;
        const unwritten = await this.#options.target.write({ import_id: importId, source, lines: rows });
        for (const refusal of unwritten) {
          const fields = ready.find(({ line }) => line.line === refusal.line)?.line;
          this.#refuse([{ column: "", ...refusal }], mapper, fields ?? { line: refusal.line, fields: [] });
        }
        this.counts.imported += rows.length - unwritten.length;
        break;
      } catch (error) {
        // Another run has just imported some of these lines, or our own COMMIT went through and its answer was lost.
        const isTaken = error instanceof AppError && (error.code === "already_exists" || error.code === "conflict");
        if (!isTaken || tries === MAX_TRIES) throw error;
        rest = await this.#withoutImported(ready, importId);
        const left = new Set(rest.map(({ hex }) => hex));
        ready = ready.filter(({ hex }) => left.has(hex));
      }
    }
    await this.#tell();
  }

  async #withoutImported(lines: readonly KeyedLine[], importId: string | null): Promise<KeyedLine[]> {
    const found = await findImportedLines(
      this.#actor,
      this.#options.mapping.source,
      lines.map(({ key }) => key),
    );
    for (const foundImportId of found.values()) {
      if (foundImportId === importId) this.counts.imported += 1;
      else this.counts.skipped += 1;
    }
    return lines.filter(({ hex }) => !found.has(hex));
  }

  #check(mapper: LineMapper, line: KeyedLine): (KeyedLine & { draft: Draft; input: Input })[] {
    const { draft, refusals } = mapper.map(line.line);
    // A missing value would be reported twice: as what is wrong with the column, and as what the record lacks.
    const parsed = refusals.length === 0 ? this.#options.target.schema.safeParse(draft.record) : null;
    if (parsed?.success) return [{ ...line, draft, input: parsed.data }];
    const issues = parsed?.error.issues ?? [];
    const found = issues.map(({ path, message }) => ({
      line: line.line.line,
      column: mapper.columnsOf(path),
      reason: `${path.join(".")}: ${message}`,
    }));
    this.#refuse([...refusals, ...found], mapper, line.line);
    return [];
  }

  async #withAccounts(mapper: LineMapper, lines: (KeyedLine & { draft: Draft; input: Input })[]) {
    const drafts = lines.map(({ draft }) => draft);
    const answers =
      lines.length > 0 ? await this.#options.target.accountsOf(drafts, this.#options.dryRun === true) : [];
    return lines.flatMap((line, i) => {
      const answer = answers[i];
      if (answer?.ok) return [{ ...line, accountId: answer.id }];
      if (answer?.isThere) {
        this.counts.skipped += 1;
        return [];
      }
      const reason = answer?.reason ?? "The account is missing";
      this.#refuse([{ line: line.line.line, column: mapper.columnsOf(["account"]), reason }], mapper, line.line);
      return [];
    });
  }

  #refuse(refusals: readonly Refusal[], { header }: LineMapper, { fields }: FileLine): void {
    this.counts.refused += 1;
    for (const refusal of refusals) {
      const columns = refusal.column === "" ? [] : refusal.column.split(", ");
      const values = columns.map((name) => fields[header.indexOf(name)] ?? "");
      this.#refusals.push({ refusal, value: values.join(" | ") });
    }
  }

  // Checks run one after the other over a whole batch, but a report runs by line.
  async #tell(): Promise<void> {
    const inOrder = this.#refusals.sort((a, b) => a.refusal.line - b.refusal.line);
    for (const { refusal, value } of inOrder) this.#options.onRefusal?.(refusal, value);
    this.#refusals = [];
    await this.#options.onProgress?.({ ...this.counts, total: this.#total });
  }
}

async function startImport<Input>(actor: TenantActor, { mapping, fileName }: ImportOptions<Input>): Promise<string> {
  return tenantWrite(actor, "payment_intents:import", "imports.start", async (db) => {
    const { id } = await db.import.create({
      data: { tenantId: actor.tenantId, resource: mapping.resource, source: mapping.source, fileName },
      select: { id: true },
    });
    return id;
  });
}

async function finishImport(
  actor: TenantActor,
  id: string,
  status: "COMPLETED" | "FAILED",
  counts: ImportCounts,
): Promise<void> {
  await tenantWrite(actor, "payment_intents:import", "imports.finish", (db) =>
    db.import.updateMany({
      where: { id },
      data: {
        status,
        lineCount: counts.lines,
        importedCount: counts.imported,
        skippedCount: counts.skipped,
        refusedCount: counts.refused,
      },
    }),
  );
}
