"use server";

import { reasonedBulkInput } from "@/lib/bulk";
import { adminAction } from "@/lib/http/action";
import { requestIsolationProof } from "@/lib/isolation-proofs/commands";
import { requestProofInput } from "@/lib/isolation-proofs/schema";
import { removeJobs, retryJobs } from "@/lib/queued-jobs/bulk";
import { removeJob, retryFailedJobs, retryJob } from "@/lib/queued-jobs/commands";
import { jobActInput, retryFailedJobsInput } from "@/lib/queued-jobs/schema";

export const retryJobAction = adminAction(jobActInput, retryJob);
export const retryFailedJobsAction = adminAction(retryFailedJobsInput, retryFailedJobs);
export const removeJobAction = adminAction(jobActInput, removeJob);
export const retryJobsAction = adminAction(reasonedBulkInput, retryJobs);
export const removeJobsAction = adminAction(reasonedBulkInput, removeJobs);
export const requestProofAction = adminAction(requestProofInput, requestIsolationProof);
