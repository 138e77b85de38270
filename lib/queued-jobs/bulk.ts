import type { PlatformAdminActor } from "../actor";
import type { BulkReport, ReasonedBulkInput } from "../bulk";
import { doToEach } from "../do-to-each";
import { removeJob, retryJob } from "./commands";

/** Has jobs that failed, or are to be tried later, run now. */
export function retryJobs(admin: PlatformAdminActor, { ids, reason }: ReasonedBulkInput): Promise<BulkReport> {
  return doToEach(admin, ids, (each, { id }) => retryJob(each, { id, reason }));
}

/** Takes jobs out of the queue for good: what they were to do is not done. */
export function removeJobs(admin: PlatformAdminActor, { ids, reason }: ReasonedBulkInput): Promise<BulkReport> {
  return doToEach(admin, ids, (each, { id }) => removeJob(each, { id, reason }));
}
