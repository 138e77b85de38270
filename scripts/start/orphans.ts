import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dataPath } from "@/scripts/db/paths";
import { processIdentity } from "@/scripts/db/processes";

function webFolder(): string {
  const folder = dataPath("web");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Remembers a web process and who started it. @returns forgets it again. */
export function rememberWeb(pid: number): () => void {
  const file = path.join(webFolder(), String(pid));
  writeFileSync(file, `${processIdentity(pid)}\n${processIdentity(process.pid)}`);
  return () => rmSync(file, { force: true });
}

/** Ends web processes whose starter was killed: they would hold the port for ever. */
export async function endOrphanedWeb(): Promise<void> {
  for (const name of readdirSync(webFolder())) {
    const file = path.join(webFolder(), name);
    const [web = "", starter = ""] = readFileSync(file, "utf8").split("\n");
    if (processIdentity(pidOf(starter)) === starter) continue;
    if (processIdentity(Number(name)) === web) {
      process.kill(Number(name), "SIGTERM");
      for (let waitedMs = 0; waitedMs < 5000 && processIdentity(Number(name)) === web; waitedMs += 100)
        await sleep(100);
      if (processIdentity(Number(name)) === web) process.kill(Number(name), "SIGKILL");
    }
    rmSync(file, { force: true });
  }
}

function pidOf(identity: string): number {
  return Number(identity.split(" ")[0]);
}
