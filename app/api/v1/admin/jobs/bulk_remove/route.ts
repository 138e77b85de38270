import { adminBulkOperations } from "@/lib/http/operations/admin-bulk";
import { otherMethods, route } from "@/lib/http/route";
import { removeJobs } from "@/lib/queued-jobs/bulk";

export const POST = route(adminBulkOperations.removeJobs, removeJobs);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
