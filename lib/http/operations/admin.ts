import { platformAuditLog, platformAuditLogList } from "../../audit-logs/schema";
import { template, templateId, templateList } from "../../templates/schema";
import {
  createTenantInput,
  tenant,
  tenantId,
  tenantList,
  tenantStatusInput,
  updateTenantInput,
} from "../../tenants/schema";
import { user, userId, userList } from "../../users/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

const shared = { tag: "Platform", permission: null, isPlatform: true } as const;
const oneTenant = { ...shared, path: "/api/v1/admin/tenant", reply: tenant } as const;

export const adminOperations = {
  listTenants: {
    ...shared,
    method: "get",
    path: "/api/v1/admin/tenants",
    operationId: "adminListTenants",
    summary: "List all tenants",
    query: tenantList,
    reply: listReply(tenant),
  },
  getTenant: {
    ...oneTenant,
    method: "get",
    operationId: "adminGetTenant",
    summary: "One tenant",
    query: tenantId,
    errors: ["not_found"],
  },
  createTenant: {
    ...oneTenant,
    method: "post",
    operationId: "adminCreateTenant",
    summary: "Make a tenant from a template",
    body: createTenantInput,
    status: 201,
    errors: ["already_exists"],
  },
  updateTenant: {
    ...oneTenant,
    method: "patch",
    operationId: "adminUpdateTenant",
    summary: "Change the fields that are present; null clears the domain",
    body: updateTenantInput,
    errors: ["not_found"],
  },
  suspendTenant: {
    ...oneTenant,
    method: "post",
    path: "/api/v1/admin/tenant/suspend",
    operationId: "adminSuspendTenant",
    summary: "Shut a tenant's people and keys out from the next request on",
    body: tenantStatusInput,
    errors: ["not_found", "conflict"],
  },
  reactivateTenant: {
    ...oneTenant,
    method: "post",
    path: "/api/v1/admin/tenant/reactivate",
    operationId: "adminReactivateTenant",
    summary: "Let a suspended tenant in again",
    body: tenantStatusInput,
    errors: ["not_found", "conflict"],
  },
  listUsers: {
    ...shared,
    method: "get",
    path: "/api/v1/admin/users",
    operationId: "adminListUsers",
    summary: "List all people",
    query: userList,
    reply: listReply(user),
  },
  getUser: {
    ...shared,
    method: "get",
    path: "/api/v1/admin/user",
    operationId: "adminGetUser",
    summary: "One person",
    query: userId,
    reply: user,
    errors: ["not_found"],
  },
  listTemplates: {
    ...shared,
    method: "get",
    path: "/api/v1/admin/templates",
    operationId: "adminListTemplates",
    summary: "List the templates of new tenants",
    query: templateList,
    reply: listReply(template),
  },
  getTemplate: {
    ...shared,
    method: "get",
    path: "/api/v1/admin/template",
    operationId: "adminGetTemplate",
    summary: "One version of a template",
    query: templateId,
    reply: template,
    errors: ["not_found"],
  },
  listAuditLogs: {
    ...shared,
    method: "get",
    path: "/api/v1/admin/audit_logs",
    operationId: "adminListAuditLogs",
    summary: "List entries of the audit log across tenants",
    description: "E-mail addresses and phone numbers of tenants' customers are masked.",
    query: platformAuditLogList,
    reply: listReply(platformAuditLog),
  },
} as const satisfies Record<string, Operation>;
