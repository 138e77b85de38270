import pg from "pg";
import { expect, test } from "vitest";
import { databaseOfThisFile } from "@/lib/testing/database";
import { checkCatalogue } from "./catalogue";
import { scoreMutations } from "./mutate";

const database = databaseOfThisFile();

test("every policy, trigger and guard that is weakened is noticed", { timeout: 600_000 }, async () => {
  const db = new pg.Client({ connectionString: database().ownerUrl });
  await db.connect();
  try {
    const score = await scoreMutations(db);
    process.stdout.write(`${score.lines.join("\n")}\n`);
    expect(score.missed).toEqual([]);
    expect(score.results.filter(({ kind }) => kind === "policy").length).toBeGreaterThan(200);
    // Attempts alone see less: an update that names rows is held by the SELECT policy too, and most roles lack grants.
    expect(score.results.filter(({ byAttempts }) => byAttempts).length).toBeGreaterThan(200);
    // What was weakened is whole again, or the score would have counted the same hole many times.
    expect(await checkCatalogue(db)).toEqual([]);
  } finally {
    await db.end();
  }
});
