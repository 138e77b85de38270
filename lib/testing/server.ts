import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { OWNER_NAME, PostgresServer } from "@/scripts/db/postgres-server";
import { processIdentity } from "@/scripts/db/processes";

const FOLDER_PREFIX = "bulkhead-test-";
const OWNER_PASSWORD = "throwaway";

export interface ThrowawayServer {
  /** Connection string of the owner, to the database `postgres`. */
  url: string;
  /** Stops and starts the server on the same port; "immediate" is a crash, followed by recovery. */
  restart(mode?: "fast" | "immediate"): Promise<void>;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** Starts a PostgreSQL of its own in a temporary folder: fast, loopback only, gone after `stop()`. */
export async function startThrowawayServer(): Promise<ThrowawayServer> {
  await removeAbandonedServers();
  const folder = mkdtempSync(path.join(os.tmpdir(), FOLDER_PREFIX));
  chmodSync(folder, 0o755);
  writeFileSync(path.join(folder, "owner"), processIdentity(process.pid) ?? "");
  const server = serverIn(folder);
  await server.initialise();
  const port = await server.start(null);
  return {
    url: `postgresql://${OWNER_NAME}:${OWNER_PASSWORD}@127.0.0.1:${port}/postgres`,
    async restart(mode = "fast") {
      await server.stop(mode);
      const next = await server.start(port);
      if (next !== port) throw new Error(`The server came back on port ${next} instead of ${port}`);
    },
    async stop() {
      await server.stop("immediate");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function serverIn(folder: string): PostgresServer {
  return new PostgresServer({
    dataDir: path.join(folder, "data"),
    logFile: path.join(folder, "postgres.log"),
    ownerPassword: OWNER_PASSWORD,
    throwaway: true,
  });
}

/** Ends the servers of test runs that were killed. */
async function removeAbandonedServers(): Promise<void> {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(FOLDER_PREFIX))) {
    const folder = path.join(os.tmpdir(), name);
    const ownerFile = path.join(folder, "owner");
    if (!existsSync(ownerFile)) continue;
    const owner = readFileSync(ownerFile, "utf8");
    if (owner === processIdentity(Number(owner.split(" ")[0]))) continue;
    await serverIn(folder).stop("immediate");
    rmSync(folder, { recursive: true, force: true });
  }
}
