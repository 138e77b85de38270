import { requestLogOperations } from "@/lib/http/operations/request-logs";
import { otherMethods, route } from "@/lib/http/route";
import { listRequestLogs } from "@/lib/request-logs/queries";

export const GET = route(requestLogOperations.list, listRequestLogs);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
