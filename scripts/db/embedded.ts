import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { OperatorError } from "@/scripts/operator-error";
import { dataPath, REPOSITORY_DIR } from "./paths";
import { canEnter, SHARED_DIR, serverAccount } from "./postgres-binaries";
import { OWNER_NAME, PostgresServer } from "./postgres-server";
import { processIdentity } from "./processes";
import { canLogIn } from "./roles";
import { localSecrets } from "./secrets";

const DATABASE_NAME = "bulkhead";

export interface EmbeddedDatabase {
  /** Connection string of the owner. */
  ownerUrl: string;
  /** Gives the database back; the last process that uses it stops the server. */
  release(): Promise<void>;
}

/**
 * Starts this clone's own PostgreSQL, or joins the one that already runs, and makes the database if it is missing.
 * @param note receives sentences about what was found and healed.
 */
export async function openEmbeddedDatabase(note: (message: string) => void = () => {}): Promise<EmbeddedDatabase> {
  const lock = await acquireLock();
  try {
    const { databasePassword } = localSecrets();
    const dataDir = chooseDataDir(note);
    const server = new PostgresServer({
      dataDir,
      logFile: path.join(path.dirname(dataDir), "postgres.log"),
      ownerPassword: databasePassword,
      note,
    });
    await server.initialise();
    const portFile = dataPath("postgres.port");
    const remembered = existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : null;
    const port = await server.start(remembered || null);
    writeFileSync(portFile, `${port}\n`);
    takeLease();
    const url = (database: string) => `postgresql://${OWNER_NAME}:${databasePassword}@127.0.0.1:${port}/${database}`;
    try {
      if (!(await canLogIn(url("postgres")))) {
        note("The database's password was lost; it is set anew.");
        await server.stop();
        await server.resetOwnerPassword();
        await server.start(port);
      }
      await ensureDatabase(url("postgres"));
    } catch (error) {
      await leave(server);
      throw error;
    }
    return { ownerUrl: url(DATABASE_NAME), release: () => release(server) };
  } finally {
    lock.release();
  }
}

async function release(server: PostgresServer): Promise<void> {
  const lock = await acquireLock();
  try {
    await leave(server);
  } finally {
    lock.release();
  }
}

/** Gives up this process's use of the server; call it under the lock. */
async function leave(server: PostgresServer): Promise<void> {
  rmSync(leaseFile(process.pid), { force: true });
  if (!othersUseIt()) await server.stop();
}

/** The clone's `.data/postgres`, or a folder under /var/lib where PostgreSQL's account cannot enter the clone. */
function chooseDataDir(note: (message: string) => void): string {
  const usual = dataPath("postgres");
  const runAs = serverAccount();
  if (canEnter(path.dirname(usual), runAs)) return usual;
  const clone = createHash("sha256").update(REPOSITORY_DIR).digest("hex").slice(0, 12);
  const dataDir = path.join(SHARED_DIR, clone, "postgres");
  mkdirSync(path.dirname(dataDir), { recursive: true, mode: 0o755 });
  if (!existsSync(dataDir))
    note(`PostgreSQL's user cannot enter ${REPOSITORY_DIR}, so the database is kept in ${dataDir}.`);
  return dataDir;
}

async function ensureDatabase(maintenanceUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE_NAME]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE_NAME}`);
  } finally {
    await client.end();
  }
}

// ── Who uses the server: one lease file per process, so that the last one to leave stops it. ──

function leaseFile(pid: number): string {
  const folder = dataPath("leases");
  mkdirSync(folder, { recursive: true });
  return path.join(folder, String(pid));
}

function takeLease(): void {
  writeFileSync(leaseFile(process.pid), processIdentity(process.pid) ?? "");
}

function othersUseIt(): boolean {
  const folder = path.dirname(leaseFile(process.pid));
  return readdirSync(folder).some((name) => {
    const file = path.join(folder, name);
    if (readFileSync(file, "utf8") === processIdentity(Number(name))) return Number(name) !== process.pid;
    rmSync(file, { force: true });
    return false;
  });
}

/** Lets one process at a time start or stop the server; a lock left by a killed process is taken over. */
async function acquireLock(): Promise<{ release(): void }> {
  const file = dataPath("lock");
  for (let waitedMs = 0; waitedMs < 120_000; waitedMs += 100) {
    try {
      writeFileSync(file, processIdentity(process.pid) ?? "", { flag: "wx" });
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    if (await isAbandoned(file)) rmSync(file, { force: true });
    else await sleep(100);
  }
  throw new OperatorError(`Another process has been starting the database for two minutes: end it, or remove ${file}.`);
}

async function isAbandoned(file: string): Promise<boolean> {
  const read = () => (existsSync(file) ? readFileSync(file, "utf8") : "");
  let holder = read();
  if (holder === "") {
    // The holder may be between making the file and writing to it.
    await sleep(200);
    holder = read();
  }
  return holder !== processIdentity(Number(holder.split(" ")[0]));
}
