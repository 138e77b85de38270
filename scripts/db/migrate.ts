import { randomUUID } from "node:crypto";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { OperatorError } from "@/scripts/operator-error";
import { type Migration, type MigrationScript, readMigrations, scriptParts } from "./migration-files";
import { ensureRoles, serverVersion } from "./roles";

/** Held while migrations run, so that two runs on one database follow each other. Any fixed number would do. */
const ADVISORY_LOCK_KEY = 7_228_354_103;

// Prisma's own layout, so that `prisma migrate status` and `deploy` understand a database that we migrated.
const CREATE_BOOKKEEPING = `
  create table if not exists public._prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

interface AppliedMigration {
  name: string;
  checksum: string;
  finishedAt: Date | null;
}

export interface MigrationStatus {
  name: string;
  /** When it was applied, or null if it is pending. */
  appliedAt: Date | null;
}

interface MigrateOptions {
  /** Passwords of the login roles are derived from it; null leaves the passwords alone. */
  secret: string | null;
  /** Other migrations than the project's: for tests. */
  migrations?: Migration[];
  /** Called before each step. */
  onStep?: (direction: "up" | "down", name: string) => void;
}

/**
 * Makes the roles and applies the pending migrations, each in one transaction with its bookkeeping row.
 * @returns names of what was applied.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<string[]> {
  return withOwner(ownerUrl, async (owner) => {
    await ensureRoles(owner, ownerUrl, options.secret);
    return locked(owner, async () => {
      const applied = await applyPending(owner, options);
      await prepareQueue(owner, ownerUrl);
      return applied;
    });
  });
}

/** Undoes the newest migrations, at most `steps` of them. @returns names of what was undone. */
export async function rollback(ownerUrl: string, steps: number, options: MigrateOptions): Promise<string[]> {
  return withOwner(ownerUrl, (owner) => locked(owner, () => undoNewest(owner, steps, options)));
}

/** Undoes everything and applies it again: all rows are lost. */
export async function reset(ownerUrl: string, options: MigrateOptions): Promise<void> {
  await withOwner(ownerUrl, async (owner) => {
    await ensureRoles(owner, ownerUrl, options.secret);
    await locked(owner, async () => {
      await undoNewest(owner, Number.POSITIVE_INFINITY, options);
      await applyPending(owner, options);
      await prepareQueue(owner, ownerUrl);
    });
  });
}

/** Which migrations are applied and which are pending, oldest first. */
export async function migrationStatus(ownerUrl: string, migrations = readMigrations()): Promise<MigrationStatus[]> {
  return withOwner(ownerUrl, async (owner) => {
    const applied = new Map((await readApplied(owner)).map((row) => [row.name, row.finishedAt]));
    return migrations.map(({ name }) => ({ name, appliedAt: applied.get(name) ?? null }));
  });
}

async function applyPending(owner: pg.Client, options: MigrateOptions): Promise<string[]> {
  const migrations = options.migrations ?? readMigrations();
  const applied = await readApplied(owner);
  refuseDrift(migrations, applied);
  const pending = migrations.slice(applied.length);
  for (const migration of pending) {
    options.onStep?.("up", migration.name);
    await runStep(owner, migration.name, "migration.sql", migration.up, {
      before: migration.up.inTransaction ? null : () => recordStart(owner, migration),
      after: () => recordFinish(owner, migration),
    });
  }
  return pending.map(({ name }) => name);
}

/**
 * Brings the job queue's own schema up to date with graphile-worker's migrations, and opens it to the role that runs
 * jobs. Nothing to do before the migration that knows of the queue.
 */
async function prepareQueue(owner: pg.Client, ownerUrl: string): Promise<void> {
  const { rows } = await owner.query<{ known: boolean }>("select to_regproc('app.open_queue') is not null as known");
  if (!rows[0]?.known) return;
  await runMigrations({
    connectionString: ownerUrl,
    maxPoolSize: 1,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  });
  await owner.query("select app.open_queue()");
}

async function undoNewest(owner: pg.Client, steps: number, options: MigrateOptions): Promise<string[]> {
  const migrations = new Map((options.migrations ?? readMigrations()).map((migration) => [migration.name, migration]));
  const newestFirst = (await readApplied(owner)).reverse().slice(0, steps);
  for (const { name } of newestFirst) {
    const migration = migrations.get(name);
    if (!migration) throw missingFolder(name);
    options.onStep?.("down", name);
    await runStep(owner, name, "down.sql", migration.down, {
      before: null,
      after: () => owner.query("delete from public._prisma_migrations where migration_name = $1", [name]),
    });
  }
  return newestFirst.map(({ name }) => name);
}

/** Applied files are history: what another database already ran must not say something else today. */
function refuseDrift(migrations: Migration[], applied: AppliedMigration[]): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = byName.get(row.name);
    if (!migration) throw missingFolder(row.name);
    if (row.finishedAt === null) {
      throw new OperatorError(
        `The migration ${row.name} stopped halfway: repair the database by hand, delete its row in _prisma_migrations, and run again.`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new OperatorError(
        `The migration ${row.name} was edited after it was applied here: restore its migration.sql and put the change into a new migration (or, where the data may go, npm run db:reset).`,
      );
    }
  }
  const newestApplied = applied.at(-1)?.name ?? "";
  const late = migrations.find(({ name }, index) => index >= applied.length && name < newestApplied);
  const gap = migrations.slice(0, applied.length).find(({ name }, index) => name !== applied[index]?.name);
  const misplaced = gap ?? late;
  if (misplaced) {
    throw new OperatorError(
      `The migration ${misplaced.name} is older than ${newestApplied}, which is applied already: give its folder a newer time.`,
    );
  }
}

function missingFolder(name: string): OperatorError {
  return new OperatorError(
    `The database has the migration ${name}, but prisma/migrations has no such folder: check out the version of the code that brought it.`,
  );
}

async function runStep(
  owner: pg.Client,
  name: string,
  file: string,
  script: MigrationScript,
  bookkeeping: { before: (() => Promise<unknown>) | null; after: () => Promise<unknown> },
): Promise<void> {
  try {
    if (!script.inTransaction) {
      await bookkeeping.before?.();
      for (const part of scriptParts(script)) await owner.query(part);
      await bookkeeping.after();
      return;
    }
    await owner.query("begin");
    await owner.query(script.sql);
    await bookkeeping.after();
    await owner.query("commit");
  } catch (error) {
    await owner.query("rollback").catch(() => {});
    throw error instanceof pg.DatabaseError ? scriptFailure(error, `${name}/${file}`, script) : error;
  }
}

function scriptFailure(error: pg.DatabaseError, file: string, script: MigrationScript): OperatorError {
  const offset = Number(error.position ?? 0);
  const line = offset && script.inTransaction ? `:${script.sql.slice(0, offset).split("\n").length}` : "";
  const more = [error.detail, error.hint, error.where].filter(Boolean).join(" · ");
  return new OperatorError(`prisma/migrations/${file}${line}: ${error.message}${more ? ` (${more})` : ""}`, {
    cause: error,
  });
}

async function recordStart(owner: pg.Client, { name, checksum }: Migration): Promise<void> {
  await owner.query("insert into public._prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)", [
    randomUUID(),
    checksum,
    name,
  ]);
}

async function recordFinish(owner: pg.Client, migration: Migration): Promise<void> {
  if (migration.up.inTransaction) await recordStart(owner, migration);
  // clock_timestamp(), since now() stands still within the transaction.
  await owner.query(
    "update public._prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1 where migration_name = $1",
    [migration.name],
  );
}

async function readApplied(owner: pg.Client): Promise<AppliedMigration[]> {
  const table = await owner.query("select 1 where to_regclass('public._prisma_migrations') is not null");
  if (table.rowCount === 0) return [];
  const { rows } = await owner.query<AppliedMigration>(
    `select migration_name as name, checksum, finished_at as "finishedAt"
     from public._prisma_migrations where rolled_back_at is null order by migration_name collate "C"`,
  );
  return rows;
}

async function locked<T>(owner: pg.Client, work: () => Promise<T>): Promise<T> {
  await owner.query("select pg_advisory_lock($1)", [ADVISORY_LOCK_KEY]);
  try {
    await owner.query(CREATE_BOOKKEEPING);
    return await work();
  } finally {
    await owner.query("select pg_advisory_unlock($1)", [ADVISORY_LOCK_KEY]).catch(() => {});
  }
}

async function withOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await serverVersion(owner);
    // "if not exists" is meant: its notices would only be noise.
    await owner.query("set client_min_messages = warning");
    return await work(owner);
  } finally {
    await owner.end();
  }
}
