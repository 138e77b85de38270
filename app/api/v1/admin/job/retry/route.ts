import { adminJobOperations } from "@/lib/http/operations/admin-jobs";
import { otherMethods, route } from "@/lib/http/route";
import { retryJob } from "@/lib/queued-jobs/commands";

export const POST = route(adminJobOperations.retryJob, retryJob);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
