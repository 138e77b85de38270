import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { migrate } from "@/scripts/db/migrate";
import { MIGRATIONS_DIR, REPOSITORY_DIR } from "@/scripts/db/paths";
import { OWNER_NAME, PostgresServer } from "@/scripts/db/postgres-server";
import { type DatabaseUrls, databaseUrls } from "@/scripts/db/urls";
import { step } from "@/scripts/progress";
import { FILL_STATEMENTS, fill } from "./data";

export const BENCH_SECRET = "bench-secret-bench-secret-bench-secret";
const OWNER_PASSWORD = "bench";

/** What autovacuum and the checkpointer would have done by now, after filling as after earlier runs' writes. */
const TIDY = [
  ...["kept_totals", "payment_intents", "metadata_entries", "accounts", "audit_logs"].map(
    (table) => `vacuum (analyze) ${table}`,
  ),
  "checkpoint",
];

export interface BenchDatabase extends DatabaseUrls {
  stop(): Promise<void>;
}

/**
 * The benchmark's own PostgreSQL with its 2 million payment intents, in `.bench`; made at the first run and kept. With
 * fsync, as in production.
 */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const folder = path.join(REPOSITORY_DIR, ".bench");
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const server = new PostgresServer({
    dataDir: path.join(folder, "postgres"),
    logFile: path.join(folder, "postgres.log"),
    ownerPassword: OWNER_PASSWORD,
  });
  const isNew = !existsSync(path.join(folder, "postgres"));
  await server.initialise();
  let port = server.runningPort() ?? (await server.start(null));
  const serverUrl = () => `postgresql://${OWNER_NAME}:${OWNER_PASSWORD}@127.0.0.1:${port}`;
  if (isNew) {
    await administer(`${serverUrl()}/postgres`, [
      "alter system set shared_buffers = '2GB'",
      "alter system set max_wal_size = '8GB'",
      "alter system set random_page_cost = 1.1",
      // A worker in the middle of a measurement would be measured too; see TIDY.
      "alter system set autovacuum = off",
      "alter system set effective_cache_size = '6GB'",
    ]);
    await server.stop("fast");
    port = await server.start(null);
  }
  const ownerUrl = `${serverUrl()}/bulkhead_bench`;
  const wanted = fingerprint();
  if ((await commentOnDatabase(`${serverUrl()}/postgres`)) !== wanted) {
    await administer(`${serverUrl()}/postgres`, [
      "drop database if exists bulkhead_bench",
      "create database bulkhead_bench",
    ]);
    await step(
      "Bench: migrations",
      async () => `${(await migrate(ownerUrl, { secret: BENCH_SECRET })).length} applied`,
    );
    await step("Bench: 2 million payment intents", () => fill(ownerUrl));
    await administer(`${serverUrl()}/postgres`, [`comment on database bulkhead_bench is '${wanted}'`]);
  }
  await administer(ownerUrl, TIDY);
  return { ...databaseUrls(ownerUrl, BENCH_SECRET, {}), stop: () => server.stop("fast") };
}

/** Changes with the schema and the data, so that a database of yesterday's schema is made anew. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(MIGRATIONS_DIR).sort()) {
    const file = path.join(MIGRATIONS_DIR, name, "migration.sql");
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.update(FILL_STATEMENTS.join()).digest("hex");
}

async function commentOnDatabase(adminUrl: string): Promise<string | null> {
  const [row] = await query<{ comment: string | null }>(
    adminUrl,
    "select shobj_description(oid, 'pg_database') as comment from pg_database where datname = 'bulkhead_bench'",
  );
  return row?.comment ?? null;
}

/** Runs one statement as the owner. */
export async function query<T extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function administer(url: string, statements: string[]): Promise<void> {
  for (const statement of statements) await query(url, statement);
}
