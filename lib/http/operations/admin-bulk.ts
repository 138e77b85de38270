import { reasonedBulkInput } from "../../bulk";
import type { Operation } from "../operation";
import { BULK } from "./bulk";
import { PLATFORM } from "./platform";

const shared = { ...PLATFORM, ...BULK, body: reasonedBulkInput } as const;

/** What the platform's admins do to many records at once. */
export const adminBulkOperations = {
  deactivateUsers: {
    ...shared,
    path: "/api/v1/admin/users/bulk_deactivate",
    operationId: "adminBulkDeactivateUsers",
    summary: "Shut people out",
  },
  reactivateUsers: {
    ...shared,
    path: "/api/v1/admin/users/bulk_reactivate",
    operationId: "adminBulkReactivateUsers",
    summary: "Let people sign in again",
  },
  endSessionsOfUsers: {
    ...shared,
    path: "/api/v1/admin/users/bulk_end_sessions",
    operationId: "adminBulkEndUserSessions",
    summary: "End all sessions of people",
    description: `${BULK.description} One's own sessions are refused: whoever signs everybody out stays in.`,
  },
  retryJobs: {
    ...shared,
    path: "/api/v1/admin/jobs/bulk_retry",
    operationId: "adminBulkRetryJobs",
    summary: "Have jobs that failed, or are to be tried later, run now",
  },
  removeJobs: {
    ...shared,
    path: "/api/v1/admin/jobs/bulk_remove",
    operationId: "adminBulkRemoveJobs",
    summary: "Take jobs out of the queue for good: what they were to do is not done",
  },
} as const satisfies Record<string, Operation>;
