import { adminJobOperations } from "@/lib/http/operations/admin-jobs";
import { otherMethods, route } from "@/lib/http/route";
import { removeJob } from "@/lib/queued-jobs/commands";

export const DELETE = route(adminJobOperations.removeJob, removeJob);
export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods(DELETE);
