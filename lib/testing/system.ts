import pg from "pg";
import type { TestDatabase } from "./database";
import { asOwner, type TestTenant } from "./fixtures";

/** A job of the tenant that failed for good, by its id in the API. */
export async function failedJobOf(
  { id, database }: Pick<TestTenant, "id" | "database">,
  error = "Error: sample",
  task = "jobs.ping",
): Promise<string> {
  const [row] = await asOwner<{ id: string }>(
    database,
    `select app.job_id(f.id) as id from graphile_worker.permanently_fail_jobs(
       array[(graphile_worker.add_job($2::text, json_build_object('tenant_id', $1::text), run_at => '2100-01-01')).id], $3) f`,
    [id, task, error],
  );
  if (!row) throw new Error("no job was made");
  return row.id;
}

/** A run of the isolation proof that is over, with a report of one attempt. */
export async function proofOf({ database }: Pick<TestTenant, "database">): Promise<string> {
  const [row] = await asOwner<{ id: string }>(
    database,
    `insert into isolation_proofs (status, source, requested_by_label, started_at, finished_at, attempt_count, report)
     values ('held', 'command', 'sample', now(), now(), 1, $1) returning id`,
    [
      JSON.stringify({
        findings: [],
        cells: [
          {
            table: "accounts",
            identity: "member",
            target: "other tenant",
            command: "select",
            present: 3,
            expected: "refused",
            outcome: "refused",
            detail: "0 rows",
          },
        ],
      }),
    ],
  );
  if (!row) throw new Error("no proof was made");
  return row.id;
}

const waiting = new Map<TestDatabase, pg.Client>();

/** Makes it look as if a prover waited on the tenant's database, and takes away a request that waits. */
export async function waitForRequests({ database }: Pick<TestTenant, "database">): Promise<void> {
  await asOwner(database, "delete from isolation_proofs where status in ('requested', 'running')");
  if (waiting.has(database)) return;
  const client = new pg.Client({ connectionString: database.ownerUrl });
  // Its database is dropped at the end of the file.
  client.on("error", () => {});
  await client.connect();
  await client.query("select pg_advisory_lock_shared(7239020, 1)");
  waiting.set(database, client);
}
