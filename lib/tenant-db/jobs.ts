import type { JobName, JobPayloads } from "../job-names";
import { sql, type WriteClient } from "./client";

export interface JobOptions {
  /** A job of this tenant and name with the same key that has not begun yet is replaced. */
  key?: string;
  runAt?: Date;
  /** Tries before the job counts as failed for good; default 25, which is about three days. */
  maxAttempts?: number;
}

/** Adds a background job in this transaction: it runs if and only if the transaction commits. */
export async function addJob<Name extends JobName>(
  db: WriteClient,
  name: Name,
  payload: JobPayloads[Name],
  { key, runAt, maxAttempts }: JobOptions = {},
): Promise<void> {
  await db.rows(
    sql`select app.add_job(${name}, ${JSON.stringify(payload)}::jsonb, ${key ?? null}::text,
      ${runAt ?? null}::timestamptz, ${maxAttempts ?? null}::int)`,
    "add_job",
  );
}
