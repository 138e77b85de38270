import { checkCatalogue, type Finding } from "./catalogue";
import { type ProbeReport, runProbe } from "./probe";
import { isDisturbance, type SqlClient } from "./sql-client";

/** Whoever waits for requests holds this shared; the system page looks for it. */
const PROVER_LOCK = "7239020, 1";
/** Whoever proves holds this: one at a time, on one database. */
const PROVING_LOCK = "7239020, 2";

const REQUEST_CHANNEL = "bulkhead_isolation_proof";

// A proof on a database at work gives way: it waits for nobody's lock for long, and never sits idle with its own.
const LIMITS = { lock_timeout: "2s", statement_timeout: "30s", idle_in_transaction_session_timeout: "30s" };

const NO_SUPERUSER = "The owner in DATABASE_URL is no superuser: only the catalogue was checked, nothing was tried";

export interface Proof {
  id: string;
  /** `held`: all as it should be; `broken`: something is not; `unproven`: see `problem`. */
  verdict: "held" | "broken" | "unproven";
  findings: Finding[];
  /** Null: nothing was tried. */
  report: ProbeReport | null;
  problem: string | null;
}

/** Says on this connection that it waits for requests, for as long as it lives. */
export async function announceProver(db: SqlClient): Promise<void> {
  await db.query(`select pg_advisory_lock_shared(${PROVER_LOCK})`);
  await db.query(`listen ${REQUEST_CHANNEL}`);
}

/**
 * Proves isolation and stores what came of it: the request that waits or, with a label, a run of one's own.
 * @param db a connection of the owner; the attempts need a superuser, without one the catalogue alone is checked
 * @returns null where nothing was to be done: no request waits, or somebody else is proving
 */
export async function proveAndStore(db: SqlClient, label: string | null): Promise<Proof | null> {
  const [lock] = await rowsOf<{ got: boolean }>(db, `select pg_try_advisory_lock(${PROVING_LOCK}) as got`);
  if (!lock?.got) return null;
  try {
    for (const [name, value] of Object.entries(LIMITS)) await db.query(`set ${name} = '${value}'`);
    const [begun] = await rowsOf<{ id: string | null }>(db, "select app.begin_isolation_proof($1) as id", [label]);
    if (!begun?.id) return null;
    const startedAt = Date.now();
    const proof = { id: begun.id, ...(await prove(db)) };
    const { verdict, findings, report, problem } = proof;
    await db.query("select app.finish_isolation_proof($1, $2, $3, $4, $5, $6, $7, $8)", [
      proof.id,
      verdict,
      report?.cells.length ?? 0,
      report?.wrong.length ?? 0,
      findings.length,
      Date.now() - startedAt,
      problem,
      JSON.stringify({ findings, cells: report?.cells ?? [] }),
    ]);
    return proof;
  } finally {
    for (const name of Object.keys(LIMITS)) await db.query(`reset ${name}`);
    await db.query(`select pg_advisory_unlock(${PROVING_LOCK})`);
  }
}

async function prove(db: SqlClient): Promise<Omit<Proof, "id">> {
  let findings: Finding[] = [];
  try {
    findings = await checkCatalogue(db);
    const [role] = await rowsOf<{ super: boolean }>(
      db,
      "select rolsuper as super from pg_roles where rolname = session_user",
    );
    if (!role?.super)
      return { verdict: findings.length > 0 ? "broken" : "unproven", findings, report: null, problem: NO_SUPERUSER };
    const report = await runProbe(db);
    const isWhole = findings.length + report.wrong.length === 0;
    return { verdict: isWhole ? "held" : "broken", findings, report, problem: null };
  } catch (error) {
    const problem = isDisturbance(error)
      ? "Other work held a lock for too long: try again"
      : `The attempts could not be made: ${error instanceof Error ? error.message : error}`;
    return { verdict: findings.length > 0 ? "broken" : "unproven", findings, report: null, problem };
  }
}

async function rowsOf<R extends object>(db: SqlClient, text: string, values?: unknown[]): Promise<R[]> {
  return (await db.query<R>(text, values)).rows;
}
