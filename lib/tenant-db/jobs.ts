import type { JobName, JobPayloads } from "../job-names";
import { sql, type WriteClient } from "./client";

interface JobOptions {
  /** A job of this tenant and name with the same key that has not begun yet is replaced. */
  key?: string;
  runAt?: Date;
  /** Tries before the job counts as failed for good; default 25, which is about three days. */
  maxAttempts?: number;
  /** Jobs of this tenant in one queue run one after the other, so that they take one place of the worker. */
  queue?: string;
}

/** A job of a batch. */
export interface NewJob<Name extends JobName> extends JobOptions {
  payload: JobPayloads[Name];
}

/** Adds a background job in this transaction: it runs if and only if the transaction commits. */
export async function addJob<Name extends JobName>(
  db: WriteClient,
  name: Name,
  payload: JobPayloads[Name],
  options: JobOptions = {},
): Promise<void> {
  await addJobs(db, name, [{ payload, ...options }]);
}

/** Adds any number of jobs of one name in one statement. */
export async function addJobs<Name extends JobName>(
  db: WriteClient,
  name: Name,
  jobs: readonly NewJob<Name>[],
): Promise<void> {
  if (jobs.length === 0) return;
  const rows = jobs.map(({ payload, key, runAt, maxAttempts, queue }) => ({
    payload,
    key,
    run_at: runAt,
    max_attempts: maxAttempts,
    queue,
  }));
  await db.rows(
    sql`select app.add_job(${name}, j.payload, j.key, j.run_at, j.max_attempts, j.queue)
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as j (payload jsonb, key text, run_at timestamptz, max_attempts int, queue text)`,
    "add_jobs",
  );
}
