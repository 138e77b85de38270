import { adminBulkOperations } from "@/lib/http/operations/admin-bulk";
import { otherMethods, route } from "@/lib/http/route";
import { retryJobs } from "@/lib/queued-jobs/bulk";

export const POST = route(adminBulkOperations.retryJobs, retryJobs);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
