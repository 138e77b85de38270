import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { OperatorError } from "@/scripts/operator-error";
import { freePort, isFreePort } from "@/scripts/ports";
import { type PostgresBinaries, postgresBinaries, type RunAs, serverAccount } from "./postgres-binaries";
import { commandLine, isAlive } from "./processes";

/** Name of the owner that a new data folder is made with. */
export const OWNER_NAME = "postgres";

const STOP_TIMEOUT_SECONDS = 30;
const START_TIMEOUT_SECONDS = 60;

interface PostgresServerOptions {
  /** Folder of the database files; made if missing. */
  dataDir: string;
  /** File that the server's own messages go to. */
  logFile: string;
  ownerPassword: string;
  /** Gives up safety against power loss for speed: for throw-away databases. */
  throwaway?: boolean;
  note?: (message: string) => void;
}

/** One PostgreSQL of ours on this machine: loopback only, password only. */
export class PostgresServer {
  private readonly options: PostgresServerOptions;
  private readonly runAs: RunAs;
  private readonly binaries: PostgresBinaries;

  constructor(options: PostgresServerOptions) {
    this.options = options;
    // Files that an ordinary user made are served under that user's id also when root starts them.
    const owner = existsSync(options.dataDir) ? statSync(options.dataDir) : null;
    const isRoot = process.getuid?.() === 0;
    this.runAs = isRoot && owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : serverAccount();
    this.binaries = postgresBinaries(this.runAs);
  }

  /** Port of the running server, or null if none runs on this data folder. */
  runningPort(): number | null {
    const [pid, , , port] = this.lockFile();
    return pid && port && this.isOurs(Number(pid)) ? Number(port) : null;
  }

  /** Makes the data folder if it is missing or was left half-made. */
  async initialise(): Promise<void> {
    const { dataDir } = this.options;
    if (existsSync(dataDir)) {
      if (this.isWhole()) return;
      const aside = `${dataDir}.broken-${Date.now()}`;
      renameSync(dataDir, aside);
      this.options.note?.(`The database folder was incomplete; it was moved to ${aside} and is made anew.`);
    }
    // Made beside and renamed when whole, so that an interrupted run leaves nothing that looks finished.
    const draft = `${dataDir}.new`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    this.giveToServer(draft);
    const passwordDir = mkdtempSync(path.join(os.tmpdir(), "bulkhead-"));
    const passwordFile = path.join(passwordDir, "password");
    try {
      writeFileSync(passwordFile, `${this.options.ownerPassword}\n`, { mode: 0o600 });
      this.giveToServer(passwordDir);
      this.giveToServer(passwordFile);
      await this.run(this.binaries.initdb, [
        `--pgdata=${draft}`,
        `--username=${OWNER_NAME}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        ...(this.options.throwaway ? ["--no-sync"] : []),
      ]);
    } finally {
      rmSync(passwordDir, { recursive: true, force: true });
    }
    renameSync(draft, dataDir);
  }

  /**
   * Starts the server, or finds the running one. A stale lock file is removed; children of a killed server are waited
   * for. `port` is taken if it is free, otherwise another one.
   * @returns the port.
   */
  async start(port: number | null): Promise<number> {
    const running = await this.settledPort();
    if (running) return running;
    for (let attempt = 1; ; attempt++) {
      const chosen = port && attempt === 1 && (await isFreePort(port)) ? port : await freePort();
      const logStart = existsSync(this.options.logFile) ? statSync(this.options.logFile).size : 0;
      try {
        await this.launch(chosen);
        return chosen;
      } catch (error) {
        const log = this.logSince(logStart);
        // Another program may take the port between the look and the start; a killed server's children end soon.
        const passes = /could not bind|pre-existing shared memory block|lock file .* already exists/i.test(log);
        if (!passes || attempt === 5) throw startFailure(log || String(error), this.options.logFile);
        await sleep(500 * attempt);
      }
    }
  }

  /** Stops the server: "fast" ends open connections and leaves a clean folder, "immediate" is a crash. */
  async stop(how: "fast" | "immediate" = "fast"): Promise<void> {
    const [pid] = this.lockFile();
    if (!pid || !this.isOurs(Number(pid))) return;
    const stop = (mode: string) => this.control(["stop", "-m", mode, "-w", "-t", String(STOP_TIMEOUT_SECONDS)]);
    try {
      await stop(how);
    } catch {
      if (isAlive(Number(pid))) await stop("immediate");
    }
  }

  /** Sets the owner's password in a stopped database whose password was lost. */
  async resetOwnerPassword(): Promise<void> {
    const quoted = this.options.ownerPassword.replaceAll("'", "''");
    await this.run(
      this.binaries.postgres,
      ["--single", "-D", this.options.dataDir, "template1"],
      `alter role ${OWNER_NAME} password '${quoted}'\n`,
    );
  }

  private async launch(port: number): Promise<void> {
    const { dataDir, logFile, throwaway } = this.options;
    writeFileSync(logFile, "", { flag: "a", mode: 0o600 });
    this.giveToServer(logFile);
    const settings = {
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      timezone: "UTC",
      ...(throwaway ? { fsync: "off", full_page_writes: "off", max_connections: "300" } : { max_connections: "100" }),
    };
    const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
    this.removeStaleLock();
    await this.control([
      ...["start", "-w", "-t", String(START_TIMEOUT_SECONDS), "-D", dataDir, "-l", logFile],
      ...["-o", `-p ${port} ${flags.join(" ")}`],
    ]);
  }

  /** Waits for a server that is just starting or stopping. */
  private async settledPort(): Promise<number | null> {
    for (let waitedMs = 0; waitedMs < STOP_TIMEOUT_SECONDS * 1000; waitedMs += 200) {
      const port = this.runningPort();
      const status = this.lockFile()[7]?.trim();
      if (port === null) return null;
      if (status === "ready") return port;
      await sleep(200);
    }
    throw new OperatorError(
      `A PostgreSQL on ${this.options.dataDir} neither starts nor stops: end process ${this.lockFile()[0]} and run again.`,
    );
  }

  /** Lines of postmaster.pid: pid, folder, start time, port, socket folder, address, memory key, status. */
  private lockFile(): string[] {
    try {
      return readFileSync(path.join(this.options.dataDir, "postmaster.pid"), "utf8").split("\n");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EACCES") {
        throw new OperatorError(
          `${this.options.dataDir} belongs to another user: run this as that user, or as root, or remove the folder.`,
        );
      }
      return [];
    }
  }

  private isOurs(pid: number): boolean {
    return isAlive(pid) && commandLine(pid).includes(this.options.dataDir);
  }

  private removeStaleLock(): void {
    const [pid] = this.lockFile();
    if (pid && !this.isOurs(Number(pid))) rmSync(path.join(this.options.dataDir, "postmaster.pid"), { force: true });
  }

  private isWhole(): boolean {
    const { dataDir } = this.options;
    const versionFile = path.join(dataDir, "PG_VERSION");
    if (!existsSync(versionFile) || !existsSync(path.join(dataDir, "global", "pg_control"))) return false;
    const made = readFileSync(versionFile, "utf8").trim();
    const printed = spawnSync(this.binaries.postgres, ["--version"], {
      ...this.runAs,
      cwd: "/",
      encoding: "utf8",
    }).stdout;
    const ours = /(\d+)\./.exec(printed)?.[1];
    if (made === ours) return true;
    throw new OperatorError(
      `${dataDir} was made by PostgreSQL ${made}, the packages bring ${ours}: move the folder away to begin anew, or serve it with DATABASE_URL.`,
    );
  }

  private giveToServer(file: string): void {
    if (this.runAs.uid !== undefined && this.runAs.gid !== undefined) chownSync(file, this.runAs.uid, this.runAs.gid);
  }

  private logSince(offset: number): string {
    return existsSync(this.options.logFile) ? readFileSync(this.options.logFile).subarray(offset).toString("utf8") : "";
  }

  private control(args: string[]): Promise<void> {
    return this.run(this.binaries.pgCtl, ["-D", this.options.dataDir, ...args]);
  }

  /** Runs one of PostgreSQL's programs as the server's account; its output is shown only if it fails. */
  private run(program: string, args: string[], input = ""): Promise<void> {
    // Settings of a client (PGDATA, PGPORT, …) must not reach the server; texts stay in English to be understood above.
    const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C" };
    for (const name of Object.keys(env)) {
      if (/^(PG|LC_(?!ALL)|LANG|.*DATABASE_URL|APP_SECRET)/.test(name)) delete env[name];
    }
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        ...this.runAs,
        cwd: path.dirname(this.options.dataDir),
        env,
        stdio: "pipe",
      });
      let output = "";
      child.stdout.on("data", (chunk) => (output += chunk));
      child.stderr.on("data", (chunk) => (output += chunk));
      child.once("error", reject);
      // "exit", not "close": pg_ctl's server keeps the pipes open.
      child.once("exit", (code) => {
        child.stdout.destroy();
        child.stderr.destroy();
        if (code === 0) resolve();
        else reject(new OperatorError(`${path.basename(program)} failed: ${output.trim()}`));
      });
      child.stdin.end(input);
    });
  }
}

function startFailure(log: string, logFile: string): OperatorError {
  const fatal = /(?:FATAL|PANIC|error): +(.*)/.exec(log)?.[1] ?? log.trim().split("\n").at(-1);
  return new OperatorError(`PostgreSQL did not start (${fatal}): see ${logFile}, or set DATABASE_URL to one of yours.`);
}
