import { auditLog, auditLogId, auditLogList } from "../../audit-logs/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

export const auditLogOperations = {
  list: {
    method: "get",
    path: "/api/v1/audit_logs",
    operationId: "listAuditLogs",
    summary: "List entries of the audit log",
    tag: "Audit log",
    permission: "audit_logs:read",
    query: auditLogList,
    reply: listReply(auditLog),
  },
  get: {
    method: "get",
    path: "/api/v1/audit_log",
    operationId: "getAuditLog",
    summary: "One entry of the audit log",
    tag: "Audit log",
    permission: "audit_logs:read",
    query: auditLogId,
    reply: auditLog,
  },
} as const satisfies Record<string, Operation>;
