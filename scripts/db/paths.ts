import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Root folder of the repository. */
export const REPOSITORY_DIR = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

/** Git-ignored folder of everything this clone keeps: the embedded database, its secrets, its log. */
const DATA_DIR = path.join(REPOSITORY_DIR, ".data");

export const MIGRATIONS_DIR = path.join(REPOSITORY_DIR, "prisma", "migrations");

/** Makes the data folder and answers a path inside it. */
export function dataPath(name: string): string {
  mkdirSync(DATA_DIR, { recursive: true });
  return path.join(DATA_DIR, name);
}
