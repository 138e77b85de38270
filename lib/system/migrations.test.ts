import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { compareMigrations } from "./migrations";

const AT = "2026-01-31T09:30:00.000Z";
const sum = (text: string) => createHash("sha256").update(text).digest("hex");

test("says of each migration whether it is applied, pending, edited, unknown or unfinished, newest first", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "migrations-"));
  for (const name of ["1_same", "2_edited", "5_pending"]) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, "migration.sql"), name);
  }
  const { has_files, items } = await compareMigrations(
    [
      { name: "1_same", checksum: sum("1_same"), finished_at: AT },
      { name: "2_edited", checksum: sum("as it was"), finished_at: AT },
      { name: "3_unknown", checksum: sum("x"), finished_at: AT },
      { name: "4_unfinished", checksum: sum("y"), finished_at: null },
    ],
    folder,
  );
  expect(has_files).toBe(true);
  expect(items.map(({ name, state }) => `${name}: ${state}`)).toEqual([
    "5_pending: pending",
    "4_unfinished: unfinished",
    "3_unknown: unknown",
    "2_edited: edited",
    "1_same: applied",
  ]);
});

test("without the files nothing is called drift", async () => {
  const applied = [{ name: "1_any", checksum: sum("x"), finished_at: AT }];
  expect(await compareMigrations(applied, "/nowhere/at/all")).toEqual({
    has_files: false,
    items: [{ name: "1_any", state: "applied", applied_at: AT }],
  });
});
