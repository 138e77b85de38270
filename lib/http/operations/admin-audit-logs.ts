import { auditLogId, platformAuditLog, platformAuditLogList } from "../../audit-logs/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

export const adminAuditLogOperations = {
  listAuditLogs: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/audit_logs",
    operationId: "adminListAuditLogs",
    summary: "List entries of the audit log across tenants",
    description: "E-mail addresses and phone numbers of tenants' customers are masked.",
    query: platformAuditLogList,
    reply: listReply(platformAuditLog),
  },
  getAuditLog: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/audit_log",
    operationId: "adminGetAuditLog",
    summary: "One entry of the audit log, of whatever tenant",
    description: "E-mail addresses and phone numbers of tenants' customers are masked.",
    query: auditLogId,
    reply: platformAuditLog,
    errors: ["not_found"],
  },
} as const satisfies Record<string, Operation>;
