import { getAuditLog } from "@/lib/audit-logs/queries";
import { auditLogOperations } from "@/lib/http/operations/audit-logs";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(auditLogOperations.get, getAuditLog);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
