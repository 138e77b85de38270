import { randomUUID } from "node:crypto";
import { deleteAccount } from "@/lib/accounts/commands";
import { listAuditLogs } from "@/lib/audit-logs/queries";
import { auditLogList } from "@/lib/audit-logs/schema";
import { deleteDocument } from "@/lib/documents/commands";
import { parseListParams } from "@/lib/list-query";
import { flushRequestLog } from "@/lib/request-logs/commands";
import { sampleKey } from "../api-tokens";
import { freshPdf, makeDocument, uploadForm } from "../documents";
import { makeExport } from "../exports";
import { asOwner, makeAccount, type TestTenant } from "../fixtures";
import { accountOf, bulk, list, type Samples } from "./sample";

const documentOf = async (tenant: TestTenant, id: string | undefined) => id ?? (await makeDocument(tenant)).id;

/** Takes a tenant's exports that are under way away: those of other samples, of which five are the most. */
const forgetExports = (tenant: TestTenant) =>
  asOwner(tenant.database, "delete from exports where tenant_id = $1 and state in ('QUEUED', 'RUNNING')", [tenant.id]);

async function exportOf(tenant: TestTenant, id: string | undefined): Promise<string> {
  if (id) return id;
  await forgetExports(tenant);
  return (await makeExport(tenant, await sampleKey(tenant), { isDone: false })).id;
}

const deletedAccountOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await deleteAccount(tenant.system, { id: await accountOf(tenant, undefined) })).id;

const deletedDocumentOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await deleteDocument(tenant.system, { id: await documentOf(tenant, undefined) })).id;

async function anyAuditLog(tenant: TestTenant): Promise<string> {
  await makeAccount(tenant);
  const { query } = parseListParams(auditLogList, {}, { mode: "strict" });
  const [entry] = (await listAuditLogs(tenant.system, query)).items;
  if (!entry) throw new Error("making an account left no audit entry");
  return entry.id;
}

/** Accounts, documents, exports, logs and settings of a tenant. */
export const tenantSamples: Samples = {
  listAccounts: list("/api/v1/accounts"),
  getAccountTree: async (tenant, id) => ({ address: `/api/v1/account_tree?depth=3&id=${await accountOf(tenant, id)}` }),
  getAccount: async (tenant, id) => ({ address: `/api/v1/account?id=${await accountOf(tenant, id)}` }),
  getAccountTotals: async (tenant, id) => ({ address: `/api/v1/account_totals?id=${await accountOf(tenant, id)}` }),
  createAccount: async () => ({ address: "/api/v1/account", body: { name: randomUUID(), currency: "EUR" } }),
  updateAccount: async (tenant, id) => ({
    address: "/api/v1/account",
    body: { id: await accountOf(tenant, id), display_name: "Changed" },
  }),
  deleteAccount: async (tenant, id) => ({ address: `/api/v1/account?id=${await accountOf(tenant, id)}` }),
  restoreAccount: async (tenant, id) => ({
    address: "/api/v1/account/restore",
    body: { id: await deletedAccountOf(tenant, id) },
  }),
  listDocuments: list("/api/v1/documents"),
  getDocument: async (tenant, id) => ({ address: `/api/v1/document?id=${await documentOf(tenant, id)}` }),
  createDocument: async () => ({
    address: "/api/v1/document",
    form: uploadForm({ title: randomUUID() }, { name: "contract.pdf", bytes: freshPdf() }),
  }),
  updateDocument: async (tenant, id) => ({
    address: "/api/v1/document",
    body: { id: await documentOf(tenant, id), title: randomUUID() },
  }),
  deleteDocument: async (tenant, id) => ({ address: `/api/v1/document?id=${await documentOf(tenant, id)}` }),
  restoreDocument: async (tenant, id) => ({
    address: "/api/v1/document/restore",
    body: { id: await deletedDocumentOf(tenant, id) },
  }),
  getDocumentContent: async (tenant, id) => ({
    address: `/api/v1/document/content?id=${await documentOf(tenant, id)}`,
  }),
  listExports: list("/api/v1/exports"),
  getExport: async (tenant, id) => ({ address: `/api/v1/export?id=${await exportOf(tenant, id)}` }),
  getExportOptions: async () => ({ address: "/api/v1/export/options?list=accounts" }),
  requestExport: async (tenant) => {
    await forgetExports(tenant);
    return { address: "/api/v1/export", body: { list: "accounts" } };
  },
  cancelExport: async (tenant, id) => ({ address: "/api/v1/export/cancel", body: { id: await exportOf(tenant, id) } }),
  getExportFile: async (tenant, id) => ({
    address: `/api/v1/export/file?id=${id ?? (await makeExport(tenant, await sampleKey(tenant))).id}`,
  }),
  listAuditLogs: list("/api/v1/audit_logs"),
  getAuditLog: async (tenant, id) => ({ address: `/api/v1/audit_log?id=${id ?? (await anyAuditLog(tenant))}` }),
  getRecordVersion: async (tenant, id) => ({
    address: `/api/v1/record_version?table=accounts&id=${await accountOf(tenant, id)}&at=${new Date(Date.now() + 1000).toISOString()}`,
  }),
  listRecordVersions: async (tenant, id) => ({
    address: `/api/v1/record_versions?table=accounts&id=${await accountOf(tenant, id)}`,
  }),
  listRequestLogs: async () => {
    await flushRequestLog();
    return { address: "/api/v1/request_logs" };
  },
  getAccountReach: async (tenant, id) => ({ address: `/api/v1/account_reach?id=${await accountOf(tenant, id)}` }),
  getTenant: list("/api/v1/tenant"),
  updateTenant: async () => ({ address: "/api/v1/tenant", body: { domain: "sample.example" } }),
  getTenantConfig: list("/api/v1/tenant_config"),
  updateTenantConfig: async (tenant) => {
    const [row] = await asOwner<{ version: number }>(
      tenant.database,
      "select version from tenant_configs where tenant_id = $1",
      [tenant.id],
    );
    return { address: "/api/v1/tenant_config", body: { version: row?.version, default_currency: "EUR" } };
  },
  bulkDeleteAccounts: bulk("accounts/bulk_delete", accountOf),
  bulkRestoreAccounts: bulk("accounts/bulk_restore", deletedAccountOf),
  bulkDeleteDocuments: bulk("documents/bulk_delete", documentOf),
  bulkRestoreDocuments: bulk("documents/bulk_restore", deletedDocumentOf),
  listTenantConfigVersions: list("/api/v1/tenant_config_versions"),
};
