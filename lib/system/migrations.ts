import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { System } from "./schema";

/** A migration as the database remembers it. */
export interface AppliedMigration {
  name: string;
  /** SHA-256 of its file in hex. */
  checksum: string;
  /** ISO 8601; null: it stopped halfway. */
  finished_at: string | null;
}

/**
 * Holds what was applied against the files that came with this server, newest first.
 * @param folder where the files are; where it is not there, `has_files` is false
 */
export async function compareMigrations(
  applied: readonly AppliedMigration[],
  folder = path.join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations"),
): Promise<System["migrations"]> {
  const files = await readChecksums(folder);
  const known = new Map(applied.map((migration) => [migration.name, migration]));
  const stateOf = ({ name, checksum, finished_at }: AppliedMigration) => {
    if (finished_at === null) return "unfinished";
    if (!files) return "applied";
    const file = files.get(name);
    return file === undefined ? "unknown" : file === checksum ? "applied" : "edited";
  };
  const pending = [...(files?.keys() ?? [])].filter((name) => !known.has(name));
  const items = [
    ...applied.map((one) => ({ name: one.name, state: stateOf(one), applied_at: one.finished_at }) as const),
    ...pending.map((name) => ({ name, state: "pending", applied_at: null }) as const),
  ];
  return { has_files: files !== null, items: items.sort((a, b) => (a.name < b.name ? 1 : -1)) };
}

/** Checksums of the files by name; null where there is no such folder. */
async function readChecksums(folder: string): Promise<Map<string, string> | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const sums = folders.map(async (name) => {
      const bytes = await readFile(path.join(folder, name, "migration.sql"));
      return [name, createHash("sha256").update(bytes).digest("hex")] as const;
    });
    return new Map(await Promise.all(sums));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
