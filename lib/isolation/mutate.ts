import { checkSnapshot } from "./catalogue";
import { createProbeWorld } from "./fixtures";
import { type Mutation, mutationsOf } from "./mutations";
import { planProbe, tryPlans } from "./probe";
import { readSnapshot, refreshSnapshot, refreshTables, type Snapshot } from "./snapshot";
import { type SqlClient, undone } from "./sql-client";

/** A mutation, and which of the two proofs noticed it. */
export interface MutationResult extends Omit<Mutation, "sql"> {
  byCatalogue: boolean;
  byAttempts: boolean;
}

export interface MutationScore {
  results: MutationResult[];
  missed: MutationResult[];
  /** `policies weakened: N, noticed: N (100 %)`, and the same for the rest. */
  lines: string[];
}

/** What a mutation can change in the catalogue; reading only that saves most of the time. */
async function snapshotAfter(db: SqlClient, former: Snapshot, { kind, tables }: Mutation): Promise<Snapshot> {
  switch (kind) {
    case "policy":
      return refreshTables(db, former, ["tables", "policies"], tables);
    case "trigger":
      return refreshTables(db, former, ["triggers"], tables);
    case "grant":
      return refreshSnapshot(db, former, ["grants"]);
    case "function":
      return refreshSnapshot(db, former, ["functions", "policies"]);
    case "key":
      return refreshSnapshot(db, former, ["keys", "indexes"]);
  }
}

/**
 * Weakens every policy, trigger and guard in turn and lets both proofs look for it. Each change is undone by a
 * savepoint, all of them by the transaction: nothing remains.
 * @param db a superuser's connection to a scratch database, since changes lock its tables
 */
export async function scoreMutations(db: SqlClient): Promise<MutationScore> {
  await db.query("begin");
  try {
    const plans = await planProbe(db, await createProbeWorld(db));
    const whole = await readSnapshot(db);
    const results: MutationResult[] = [];
    for (const given of mutationsOf(whole)) {
      const { sql, ...mutation } = given;
      const noticed = await undone(db, "mutation", async () => {
        await db.query(sql);
        const snapshot = await snapshotAfter(db, whole, given);
        const { wrong } = await tryPlans(db, plans, mutation.tables);
        return { byCatalogue: checkSnapshot(snapshot).length > 0, byAttempts: wrong.length > 0 };
      });
      results.push({ ...mutation, ...noticed });
    }
    return {
      results,
      missed: results.filter(({ byCatalogue, byAttempts }) => !byCatalogue && !byAttempts),
      lines: scoreLines(results),
    };
  } finally {
    await db.query("rollback");
  }
}

function scoreLines(results: MutationResult[]): string[] {
  const policies = results.filter(({ kind }) => kind === "policy");
  const others = results.filter(({ kind }) => kind !== "policy");
  return [line("policies weakened", policies), line("triggers, guards, grants and keys weakened", others)];
}

function line(label: string, results: MutationResult[]): string {
  const noticed = results.filter(({ byCatalogue, byAttempts }) => byCatalogue || byAttempts).length;
  const percent = results.length === 0 ? 0 : Math.floor((noticed / results.length) * 100);
  const byAttempts = results.filter((result) => result.byAttempts).length;
  const byCatalogue = results.filter((result) => result.byCatalogue).length;
  return `${label}: ${results.length}, noticed: ${noticed} (${percent} %); by the catalogue ${byCatalogue}, by attempts ${byAttempts}`;
}
