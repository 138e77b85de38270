import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { REPOSITORY_DIR } from "@/scripts/db/paths";

interface ProcessTimes {
  parent: number;
  /** Time on a processor so far, and that of children which have ended. */
  cpuMs: number;
}

// The kernel counts in ticks of 10 ms on every platform that Node runs on.
const MS_PER_TICK = 10;

/** Time on a processor, in ms, of the benchmark's PostgreSQL with all its connections; null where /proc does not tell. */
export function databaseCpuMs(): number | null {
  try {
    const pidFile = path.join(REPOSITORY_DIR, ".bench", "postgres", "postmaster.pid");
    return treeCpuMs(Number(readFileSync(pidFile, "utf8").split("\n")[0]));
  } catch {
    return null;
  }
}

/** Time on a processor, in ms, of a process and all below it; 0 for one that is gone. */
export function treeCpuMs(root: number): number {
  const times = new Map<number, ProcessTimes>();
  for (const name of readdirSync("/proc")) {
    const found = /^\d+$/.test(name) ? timesOf(name) : null;
    if (found) times.set(Number(name), found);
  }
  const isBelow = (pid: number): boolean => pid === root || (times.has(pid) && isBelow(times.get(pid)?.parent ?? 0));
  return [...times].reduce((sum, [pid, { cpuMs }]) => (isBelow(pid) ? sum + cpuMs : sum), 0);
}

function timesOf(pid: string): ProcessTimes | null {
  try {
    // The name in brackets may hold anything; what counts stands behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    const ticks = fields.slice(11, 15).reduce((sum, text) => sum + Number(text), 0);
    return { parent: Number(fields[1]), cpuMs: ticks * MS_PER_TICK };
  } catch {
    return null;
  }
}
