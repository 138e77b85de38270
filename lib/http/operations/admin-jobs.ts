import {
  jobActInput,
  queuedJob,
  queuedJobList,
  removedJob,
  retriedJob,
  retriedJobs,
  retryFailedJobsInput,
} from "../../queued-jobs/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

export const adminJobOperations = {
  listJobs: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/jobs",
    operationId: "adminListJobs",
    summary: "List the background jobs that are in the queue",
    description: "Jobs that are done are gone. Payloads are not shown.",
    query: queuedJobList,
    reply: listReply(queuedJob),
  },
  retryJob: {
    ...PLATFORM,
    method: "post",
    path: "/api/v1/admin/job/retry",
    operationId: "adminRetryJob",
    summary: "Have a job that failed, or is to be tried later, run now",
    body: jobActInput,
    reply: retriedJob,
    errors: ["not_found", "conflict"],
  },
  retryFailedJobs: {
    ...PLATFORM,
    method: "post",
    path: "/api/v1/admin/jobs/retry",
    operationId: "adminRetryFailedJobs",
    summary: "Have the jobs that failed for good run again, all or those of one task",
    body: retryFailedJobsInput,
    reply: retriedJobs,
  },
  removeJob: {
    ...PLATFORM,
    method: "delete",
    path: "/api/v1/admin/job",
    operationId: "adminRemoveJob",
    summary: "Take a job out of the queue for good: what it was to do is not done",
    query: jobActInput,
    reply: removedJob,
    errors: ["not_found", "conflict"],
  },
} as const satisfies Record<string, Operation>;
