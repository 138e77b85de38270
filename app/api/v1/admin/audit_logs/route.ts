import { listPlatformAuditLogs } from "@/lib/audit-logs/queries";
import { adminOperations } from "@/lib/http/operations/admin";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(adminOperations.listAuditLogs, listPlatformAuditLogs);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
