import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** True if a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Text that tells a process from a later one with the same id, or null if there is none: process ids are used again,
 * in containers after every restart.
 */
export function processIdentity(pid: number): string | null {
  if (!isAlive(pid)) return null;
  try {
    if (existsSync("/proc/self/stat")) {
      // The name in parentheses may hold spaces; the start time is the 20th field after it.
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ");
      return `${pid} ${fields?.[19] ?? ""}`;
    }
    return `${pid} ${execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim()}`;
  } catch {
    return isAlive(pid) ? `${pid}` : null;
  }
}

/** The command line of a process, or an empty text if it is gone or cannot be read. */
export function commandLine(pid: number): string {
  try {
    if (existsSync("/proc/self/stat")) return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
