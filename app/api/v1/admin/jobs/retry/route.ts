import { adminJobOperations } from "@/lib/http/operations/admin-jobs";
import { otherMethods, route } from "@/lib/http/route";
import { retryFailedJobs } from "@/lib/queued-jobs/commands";

export const POST = route(adminJobOperations.retryFailedJobs, retryFailedJobs);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
