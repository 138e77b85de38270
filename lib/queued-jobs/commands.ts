import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import { platformWrite, sql } from "../tenant-db";
import type { JobActInput, RetryFailedJobsInput } from "./schema";

const MOST_AT_ONCE = 1000;

const REFUSALS = {
  running: "This job is running at this moment",
  waiting: "This job is waiting for its turn already",
} as const;

type Outcome = "retried" | "removed" | "unknown" | keyof typeof REFUSALS;

/**
 * Has a job that failed, or is to be tried later, run now with all its tries.
 * @throws AppError `not_found` for one that is done or never was; `conflict` for one that runs or waits already
 */
export async function retryJob(
  admin: PlatformAdminActor,
  { id, reason }: JobActInput,
): Promise<{ id: string; retried: true }> {
  await platformWrite({ ...admin, reason }, "jobs.retry", async (db) => {
    const [row] = await db.rows<{ outcome: Outcome }>(sql`select app.retry_job(${id}::uuid) as outcome`);
    requireDone(row?.outcome);
  });
  return { id, retried: true };
}

/** Has the jobs that failed for good run again, all or those of one task, at most a thousand; answers how many. */
export async function retryFailedJobs(
  admin: PlatformAdminActor,
  { task, reason }: RetryFailedJobsInput,
): Promise<{ retried: number }> {
  return platformWrite({ ...admin, reason }, "jobs.retry_failed", async (db) => {
    const [row] = await db.rows<{ retried: number }>(
      sql`select app.retry_failed_jobs(${task ?? null}::text, ${MOST_AT_ONCE}::int) as retried`,
    );
    return { retried: row?.retried ?? 0 };
  });
}

/**
 * Takes a job out of the queue for good: what it was to do is not done.
 * @throws AppError `not_found` for one that is done or never was; `conflict` for one that runs
 */
export async function removeJob(
  admin: PlatformAdminActor,
  { id, reason }: JobActInput,
): Promise<{ id: string; removed: true }> {
  await platformWrite({ ...admin, reason }, "jobs.remove", async (db) => {
    const [row] = await db.rows<{ outcome: Outcome }>(sql`select app.remove_job(${id}::uuid) as outcome`);
    requireDone(row?.outcome);
  });
  return { id, removed: true };
}

function requireDone(outcome: Outcome | undefined): void {
  if (outcome === "retried" || outcome === "removed") return;
  if (outcome === "running" || outcome === "waiting") throw new AppError("conflict", REFUSALS[outcome]);
  throw new AppError("not_found", "Job not found");
}
