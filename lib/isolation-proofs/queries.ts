import { createHash } from "node:crypto";
import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import type { ByteRange, StoredBytes } from "../stored-bytes";
import { type ListSource, listPage, platformRead, type ReadClient, sql } from "../tenant-db";
import {
  type IsolationProof,
  type IsolationProofDetail,
  type IsolationProofQuery,
  isolationProofList,
  type ProofAttempt,
  type ProofCell,
  type ProofFinding,
} from "./schema";

const COLUMNS = sql`x.id, x.status, x.source, x.requested_by, x.requested_by_label, x.started_at, x.finished_at,
  x.duration_ms, x.postgres_version, x.attempt_count, x.wrong_count, x.finding_count, x.problem, x.created_at`;

const SOURCE: ListSource = {
  definition: isolationProofList,
  table: "isolation_proofs",
  columns: COLUMNS,
  // Without the reports, which are large.
  rowColumns: [
    ...["id", "status", "source", "requested_by", "requested_by_label", "started_at", "finished_at", "duration_ms"],
    ...["postgres_version", "attempt_count", "wrong_count", "finding_count", "problem", "created_at"],
  ],
  accountColumn: null,
};

/** One page of all runs, newest first. @throws AppError `forbidden` for anybody but a platform admin */
export async function listIsolationProofs(
  admin: PlatformAdminActor,
  query: ListQuery<typeof isolationProofList>,
): Promise<Page<IsolationProof>> {
  return platformRead(admin, (db) => listPage<IsolationProof>(db, admin, SOURCE, query));
}

/** Whether a process waits that can make a proof. */
export async function findProver(admin: PlatformAdminActor): Promise<{ is_there: boolean }> {
  const [row] = await platformRead(admin, (db) =>
    db.rows<{ is_there: boolean }>(sql`select app.has_prover() as is_there`, "has_prover"),
  );
  return { is_there: row?.is_there === true };
}

const ATTEMPTS = sql`from isolation_proofs x, jsonb_to_recordset(x.report -> 'cells')
  as c ("table" text, identity text, target text, command text, present int, expected text, outcome text, detail text)`;

const ATTEMPT = sql`c."table", c.identity, c.target, c.command, c.present as rows_there, c.expected, c.outcome, c.detail`;

/** One run with its matrix, and with the attempts on one table if it is named. @throws AppError `not_found` */
export async function getIsolationProof(
  admin: PlatformAdminActor,
  { id, table }: IsolationProofQuery,
): Promise<IsolationProofDetail> {
  return platformRead(admin, async (db) => {
    const proof = await readProof(db, id);
    const [cells, wrong_attempts, findings, attempts] = await Promise.all([
      db.rows<ProofCell>(sql`select c."table", c.identity, c.command, count(*)::int as attempts,
          (count(*) filter (where c.outcome = 'reached'))::int as reached,
          (count(*) filter (where c.outcome = 'refused'))::int as refused,
          sum(c.present)::int as rows_there, (count(*) filter (where c.outcome <> c.expected))::int as wrong
        ${ATTEMPTS} where x.id = ${id}::uuid group by 1, 2, 3 order by 1, 2, 3`),
      db.rows<ProofAttempt>(
        sql`select ${ATTEMPT} ${ATTEMPTS} where x.id = ${id}::uuid and c.outcome <> c.expected limit 500`,
      ),
      db.rows<ProofFinding>(sql`select f.object, f.problem from isolation_proofs x,
        jsonb_to_recordset(x.report -> 'findings') as f (object text, problem text) where x.id = ${id}::uuid limit 500`),
      table === undefined
        ? []
        : db.rows<ProofAttempt>(
            sql`select ${ATTEMPT} ${ATTEMPTS} where x.id = ${id}::uuid and c."table" = ${table} limit 1000`,
          ),
    ]);
    return { ...proof, cells, wrong_attempts, findings, attempts };
  });
}

/** The newest run that is over, with its matrix; null if there was none. */
export async function findLatestProof(
  admin: PlatformAdminActor,
  table: string | undefined,
): Promise<IsolationProofDetail | null> {
  const [latest] = await platformRead(admin, (db) =>
    db.rows<{ id: string }>(
      sql`select x.id from isolation_proofs x where x.status in ('held', 'broken', 'unproven') order by x.id desc limit 1`,
      "latest_isolation_proof",
    ),
  );
  return latest ? getIsolationProof(admin, { id: latest.id, table }) : null;
}

/** Everything about one run as a JSON file. @throws AppError `not_found` also for one that has no report */
export async function getIsolationReport(admin: PlatformAdminActor, { id }: { id: string }): Promise<StoredBytes> {
  const { report, ...proof } = await platformRead(admin, async (db) => {
    const found = await readProof(db, id);
    const [row] = await db.rows<{ report: object | null }>(
      sql`select x.report from isolation_proofs x where x.id = ${id}::uuid`,
      "isolation_report",
    );
    return { ...found, report: row?.report ?? null };
  });
  if (!report) throw new AppError("not_found", "This run has no report");
  const bytes = Buffer.from(`${JSON.stringify({ ...proof, ...report }, null, 1)}\n`);
  return {
    fileName: `isolation-proof-${(proof.finished_at ?? proof.created_at).slice(0, 19).replaceAll(":", "-")}.json`,
    contentType: "application/json",
    sizeBytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    open: async (range) => streamOf(bytes, range),
  };
}

async function readProof(db: ReadClient, id: string): Promise<IsolationProof> {
  const [row] = await db.rows<IsolationProof>(
    sql`select ${COLUMNS} from isolation_proofs x where x.id = ${id}::uuid`,
    "isolation_proofs_by_id",
  );
  if (!row) throw new AppError("not_found", "Proof not found");
  return row;
}

function streamOf(bytes: Uint8Array, range: ByteRange | null): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(range ? bytes.subarray(range.start, range.end + 1) : bytes);
      controller.close();
    },
  });
}
