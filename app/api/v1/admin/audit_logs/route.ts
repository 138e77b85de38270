import { listPlatformAuditLogs } from "@/lib/audit-logs/queries";
import { adminAuditLogOperations } from "@/lib/http/operations/admin-audit-logs";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(adminAuditLogOperations.listAuditLogs, listPlatformAuditLogs);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
