import { adminJobOperations } from "@/lib/http/operations/admin-jobs";
import { otherMethods, route } from "@/lib/http/route";
import { listQueuedJobs } from "@/lib/queued-jobs/queries";

export const GET = route(adminJobOperations.listJobs, listQueuedJobs);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
