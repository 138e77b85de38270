import type { PlatformAdminActor } from "../actor";
import type { ListQuery, Page } from "../list-query";
import { maskText } from "../personal-data";
import { type ListSource, listPage, platformRead, sql } from "../tenant-db";
import { type QueuedJob, queuedJobList } from "./schema";

const SOURCE: ListSource = {
  definition: queuedJobList,
  // The queue's tables are closed to the platform's role; this shows of them what is no secret.
  table: "app.queued_jobs()",
  columns: sql`x.id, x.number, x.task, x.state, x.subject, x.attempts, x.max_attempts, x.last_error, x.run_at,
    case when x.state = 'running' then x.locked_at end as started_at, x.created_at,
    case when t.id is not null then jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name) end as tenant`,
  joins: sql`left join tenants t on t.id = x.tenant_id`,
  accountColumn: null,
};

/** One page of the queue. @throws AppError `forbidden` for anybody but a platform admin */
export async function listQueuedJobs(
  admin: PlatformAdminActor,
  query: ListQuery<typeof queuedJobList>,
): Promise<Page<QueuedJob>> {
  const page = await platformRead(admin, (db) => listPage<QueuedJob>(db, admin, SOURCE, query));
  return { ...page, items: page.items.map(withMaskedError) };
}

/** Errors repeat what the outside said, and that may name customers. */
function withMaskedError(job: QueuedJob): QueuedJob {
  return { ...job, last_error: job.last_error && maskText(job.last_error) };
}
