import { randomUUID } from "node:crypto";
import { deleteAccount } from "@/lib/accounts/commands";
import { hashApiKey } from "@/lib/api-key-secret";
import { listAuditLogs } from "@/lib/audit-logs/queries";
import { auditLogList } from "@/lib/audit-logs/schema";
import { deleteDocument } from "@/lib/documents/commands";
import type { Operation } from "@/lib/http/operation";
import type { ImportStatus } from "@/lib/imports/record";
import { createInvitation } from "@/lib/invitations/commands";
import { createInvitationInput } from "@/lib/invitations/schema";
import { parseListParams } from "@/lib/list-query";
import { deactivateMember } from "@/lib/members/commands";
import { createRefundStop } from "@/lib/refund-stops/commands";
import { flushRequestLog } from "@/lib/request-logs/commands";
import { previewTemplate } from "@/lib/templates/queries";
import { identity } from "@/lib/tenant-db";
import { askWriting } from "@/lib/visits/commands";
import { testWebhookEndpoint } from "@/lib/webhook-endpoints/delivery-commands";
import type { HttpMethod } from "./api";
import { sampleAdmin, sampleKey, samplePerson } from "./api-tokens";
import { freshPdf, makeDocument, uploadForm } from "./documents";
import { makeExport } from "./exports";
import {
  asOwner,
  createKey,
  createMember,
  createPlatformAdmin,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "./fixtures";
import { freshCsv, makeImport, makeNamedMapping, SAMPLE_MAPPING } from "./imports";
import { signedSandboxWebhook, signedStripeWebhook } from "./provider-webhooks";
import { makeProcessedPayment, makeRefund, makeWaitingRefund } from "./refunds";
import { makeSavedView } from "./saved-views";
import { failedJobOf, proofOf, waitForRequests } from "./system";
import { makeDeletion, makeExportOf, makeSuspendedTenant } from "./tenant-exports";
import { makeAskedVisit, makeVisit } from "./visits";
import { makeWebhookEndpoint } from "./webhooks";

export interface SampleRequest {
  method: HttpMethod;
  address: string;
  body?: Record<string, unknown>;
  /** What the sender must send besides, such as a signature. */
  headers?: Record<string, string>;
  /** Sent as multipart, instead of a body. */
  form?: FormData;
}

type Sample = (tenant: TestTenant, id: string | undefined) => Promise<Omit<SampleRequest, "method">>;

const list =
  (path: string): Sample =>
  async () => ({ address: path });

const bulk =
  (path: string, idOf: (tenant: TestTenant, id: string | undefined) => Promise<string>): Sample =>
  async (tenant, id) => ({ address: `/api/v1/${path}`, body: { ids: [await idOf(tenant, id)] } });

/** The same by the platform's staff, who say why. */
const reasonedBulk =
  (path: string, idOf: (tenant: TestTenant, id: string | undefined) => Promise<string>): Sample =>
  async (tenant, id) => ({ address: `/api/v1/admin/${path}`, body: { ids: [await idOf(tenant, id)], ...REASON } });

const accountOf = async (tenant: TestTenant, id: string | undefined) => id ?? (await makeAccount(tenant)).id;
const intentOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await makePaymentIntent(tenant, (await makeAccount(tenant)).id)).id;

const documentOf = async (tenant: TestTenant, id: string | undefined) => id ?? (await makeDocument(tenant)).id;

const importOf = async (tenant: TestTenant, id: string | undefined, status?: ImportStatus) =>
  id ?? (await makeImport(tenant, { status })).id;

/** Takes a tenant's exports that are under way away: those of other samples, of which five are the most. */
const forgetExports = (tenant: TestTenant) =>
  asOwner(tenant.database, "delete from exports where tenant_id = $1 and state in ('QUEUED', 'RUNNING')", [tenant.id]);

async function exportOf(tenant: TestTenant, id: string | undefined): Promise<string> {
  if (id) return id;
  await forgetExports(tenant);
  return (await makeExport(tenant, await sampleKey(tenant), { isDone: false })).id;
}
const endpointOf = async (tenant: TestTenant, id: string | undefined) => id ?? (await makeWebhookEndpoint(tenant)).id;
const deliveryOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await testWebhookEndpoint(tenant.system, { id: await endpointOf(tenant, undefined) })).id;
/** Takes a tenant's stops away: those of other samples. */
const forgetStops = (tenant: TestTenant) =>
  asOwner(tenant.database, "delete from refund_stops where tenant_id = $1", [tenant.id]);

async function processedPayment(tenant: TestTenant) {
  await forgetStops(tenant);
  return makeProcessedPayment(tenant, (await makeAccount(tenant)).id);
}
const refundOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await makeRefund(tenant, (await processedPayment(tenant)).id)).id;

const waitingRefundOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await makeWaitingRefund(tenant, (await processedPayment(tenant)).id)).id;

/** The tenant's stop in force, made if there is none; named by its id. */
async function refundStopOf(tenant: TestTenant, id: string | undefined): Promise<string> {
  if (id) return id;
  await forgetStops(tenant);
  return (await createRefundStop(tenant.system, REASON)).id;
}

const keyOf = async (tenant: TestTenant, id: string | undefined) => id ?? (await createKey(tenant)).apiKeyId;
const memberOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await createMember(tenant.database, tenant)).membershipId;
const userOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await createMember(tenant.database, tenant)).userId;
/** Somebody who is shut out. */
async function shutOutOf(tenant: TestTenant, id: string | undefined): Promise<string> {
  const user = await userOf(tenant, id);
  if (!id) await asOwner(tenant.database, "update users set disabled_at = now() where id = $1", [user]);
  return user;
}
const jobOf = async (tenant: TestTenant, id: string | undefined) => id ?? failedJobOf(tenant);
/** Somebody who holds next to nothing, whom anybody with the permission may change. */
const viewerOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await createMember(tenant.database, tenant, { permissions: [] })).membershipId;
const deletedAccountOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await deleteAccount(tenant.system, { id: await accountOf(tenant, undefined) })).id;
const deletedDocumentOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await deleteDocument(tenant.system, { id: await documentOf(tenant, undefined) })).id;
const deactivatedOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await deactivateMember(tenant.system, { id: await viewerOf(tenant, undefined) })).id;
/** A role that holds nothing, which anybody with the permission may give and change. */
const roleToGive = async (tenant: TestTenant) =>
  idFrom(tenant, "insert into roles (tenant_id, name) values ($1, $2) returning id", [tenant.id, randomUUID()]);
const invitationOf = async (tenant: TestTenant, id: string | undefined) =>
  id ??
  (
    await createInvitation(
      tenant.system,
      createInvitationInput.parse({ email: `${randomUUID()}@example.com`, role_ids: [await roleToGive(tenant)] }),
    )
  ).invitation.id;
const REASON = { reason: "Sample" };

/** The first value of a statement's first row, read as the owner. */
/** A template of one version, under a name that nobody else has. */
const freshTemplate = (tenant: TestTenant, archivedAt: Date | null) =>
  idFrom(tenant, "insert into templates (name, definition, archived_at) values ($1, $2, $3) returning id", [
    randomUUID(),
    JSON.stringify({ roles: [{ key: "owner", name: "Company Access", grants_all: true }] }),
    archivedAt,
  ]);

async function idFrom(tenant: TestTenant, text: string, values: unknown[]): Promise<string> {
  const [row] = await asOwner<{ id: string }>(tenant.database, text, values);
  if (!row) throw new Error(`nothing was found by ${text}`);
  return row.id;
}

/** A notice about a key that was reported as leaked. */
async function noticeOf(tenant: TestTenant, id: string | undefined): Promise<string> {
  if (id) return id;
  const { apiKeyId, secret, ...origin } = await createKey(tenant);
  await identity.reportLeakedKey(hashApiKey(secret), origin);
  return idFrom(tenant, "select id from notices where tenant_id = $1 and subject_id = $2", [tenant.id, apiKeyId]);
}

/** A tenant of its own for what changes one, unless a record is named. */
async function otherTenantOf(tenant: TestTenant, id: string | undefined, status: string): Promise<string> {
  const found =
    id ??
    (await idFrom(tenant, "select app.create_tenant($1, 'Sample', null, 'standard', 'Hospitality') as id", [
      `s-${randomUUID().slice(0, 13)}`,
    ]));
  if (!id) await asOwner(tenant.database, "update tenants set status = $2 where id = $1", [found, status]);
  return found;
}

async function makeVisitThatAsks(tenant: TestTenant): Promise<string> {
  const visitor = await createPlatformAdmin(tenant.database);
  const id = await makeVisit(tenant, visitor);
  await askWriting(visitor, { id, ...REASON });
  return id;
}

/** A note of the platform's staff about the tenant. */
const noteOf = async (tenant: TestTenant, id: string | undefined) =>
  id ??
  idFrom(tenant, "insert into tenant_notes (about_tenant_id, author_id, text) values ($1, $2, 'Sample') returning id", [
    tenant.id,
    (await sampleAdmin(tenant)).userId,
  ]);

/** Another session of the person whom samples are about. */
const sessionOf = async (tenant: TestTenant) =>
  identity.openSession((await samplePerson(tenant)).userId, "203.0.113.9", "sample", 3600);

const SAMPLES: Readonly<Record<string, Sample>> = {
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
  listPaymentIntents: list("/api/v1/payment_intents"),
  totalPaymentIntents: list("/api/v1/payment_intent_totals"),
  getPaymentVolume: async (_tenant, id) => ({
    address: `/api/v1/payment_volume?from=2026-01-01&to=2026-12-31&time_zone=Asia/Kolkata${id ? `&account=${id}` : ""}`,
  }),
  getPaymentIntent: async (tenant, id) => ({ address: `/api/v1/payment_intent?id=${await intentOf(tenant, id)}` }),
  createPaymentIntent: async (tenant, id) => ({
    address: "/api/v1/payment_intent",
    body: { account_id: await accountOf(tenant, id), billing_amount: 12_345, billing_currency: "EUR" },
  }),
  updatePaymentIntent: async (tenant, id) => ({
    address: "/api/v1/payment_intent",
    body: { id: await intentOf(tenant, id), reference: "Changed" },
  }),
  confirmPaymentIntent: async (tenant, id) => ({
    address: "/api/v1/payment_intent/confirm",
    body: { id: await intentOf(tenant, id) },
  }),
  cancelPaymentIntent: async (tenant, id) => ({
    address: "/api/v1/payment_intent/cancel",
    body: { id: await intentOf(tenant, id) },
  }),
  listImports: list("/api/v1/imports"),
  listImportMappings: list("/api/v1/import_mappings"),
  getImportMapping: async (tenant, id) => ({
    address: `/api/v1/import_mapping?id=${id ?? (await makeNamedMapping(tenant))}`,
  }),
  createImportMapping: async () => ({
    address: "/api/v1/import_mapping",
    body: { name: randomUUID(), mapping: SAMPLE_MAPPING, header: ["hotel", "amount"] },
  }),
  updateImportMapping: async (tenant, id) => ({
    address: "/api/v1/import_mapping",
    body: { id: id ?? (await makeNamedMapping(tenant)), name: randomUUID() },
  }),
  deleteImportMapping: async (tenant, id) => ({
    address: `/api/v1/import_mapping?id=${id ?? (await makeNamedMapping(tenant))}`,
  }),
  restoreImportMapping: async (tenant, id) => ({
    address: "/api/v1/import_mapping/restore",
    body: { id: id ?? (await makeNamedMapping(tenant, { isDeleted: true })) },
  }),
  getImport: async (tenant, id) => ({ address: `/api/v1/import?id=${await importOf(tenant, id)}` }),
  uploadImport: async () => ({
    address: "/api/v1/import",
    form: uploadForm({ resource: "payment_intents" }, { name: "bookings.csv", bytes: freshCsv() }),
  }),
  previewImport: async (tenant, id) => ({
    address: "/api/v1/import/preview",
    body: { id: await importOf(tenant, id) },
  }),
  checkImport: async (tenant, id) => ({ address: "/api/v1/import/check", body: { id: await importOf(tenant, id) } }),
  runImport: async (tenant, id) => ({ address: "/api/v1/import/run", body: { id: await importOf(tenant, id) } }),
  cancelImport: async (tenant, id) => ({
    address: "/api/v1/import/cancel",
    body: { id: await importOf(tenant, id, "RUNNING") },
  }),
  undoImport: async (tenant, id) => ({
    address: "/api/v1/import/undo",
    body: { id: await importOf(tenant, id, "COMPLETED") },
  }),
  listKeptRecords: async (tenant, id) => ({
    address: `/api/v1/import/kept?id=${await importOf(tenant, id, "UNDONE")}`,
  }),
  getImportRefusals: async (tenant, id) => ({
    address: `/api/v1/import/refusals?id=${await importOf(tenant, id, "CHECKED")}`,
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
  listRefunds: list("/api/v1/refunds"),
  getRefund: async (tenant, id) => ({ address: `/api/v1/refund?id=${await refundOf(tenant, id)}` }),
  createRefund: async (tenant, id) => ({
    address: "/api/v1/refund",
    body: { payment_intent_id: id ?? (await processedPayment(tenant)).id, amount: 2_500 },
  }),
  cancelRefund: async (tenant, id) => ({ address: "/api/v1/refund/cancel", body: { id: await refundOf(tenant, id) } }),
  approveRefund: async (tenant, id) => ({
    address: "/api/v1/refund/approve",
    body: { id: await waitingRefundOf(tenant, id), comment: "Checked" },
  }),
  rejectRefund: async (tenant, id) => ({
    address: "/api/v1/refund/reject",
    body: { id: await waitingRefundOf(tenant, id), comment: "Not ours to pay" },
  }),
  listRefundStops: list("/api/v1/refund_stops"),
  createRefundStop: async (tenant) => {
    await forgetStops(tenant);
    return { address: "/api/v1/refund_stop", body: REASON };
  },
  liftRefundStop: async (tenant, id) => ({
    address: "/api/v1/refund_stop/lift",
    body: { id: await refundStopOf(tenant, id) },
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
  listWebhookEndpoints: list("/api/v1/webhook_endpoints"),
  getWebhookEndpoint: async (tenant, id) => ({
    address: `/api/v1/webhook_endpoint?id=${await endpointOf(tenant, id)}`,
  }),
  createWebhookEndpoint: async () => ({
    address: "/api/v1/webhook_endpoint",
    body: { url: "https://hooks.example.com/bulkhead", event_types: ["account.created"] },
  }),
  updateWebhookEndpoint: async (tenant, id) => ({
    address: "/api/v1/webhook_endpoint",
    body: { id: await endpointOf(tenant, id), description: "Changed" },
  }),
  deleteWebhookEndpoint: async (tenant, id) => ({
    address: `/api/v1/webhook_endpoint?id=${await endpointOf(tenant, id)}`,
  }),
  enableWebhookEndpoint: async (tenant, id) => ({
    address: "/api/v1/webhook_endpoint/enable",
    body: { id: await endpointOf(tenant, id) },
  }),
  disableWebhookEndpoint: async (tenant, id) => ({
    address: "/api/v1/webhook_endpoint/disable",
    body: { id: await endpointOf(tenant, id) },
  }),
  rotateWebhookSecret: async (tenant, id) => ({
    address: "/api/v1/webhook_endpoint/rotate_secret",
    body: { id: await endpointOf(tenant, id), overlap_hours: 24 },
  }),
  testWebhookEndpoint: async (tenant, id) => ({
    address: "/api/v1/webhook_endpoint/test",
    body: { id: await endpointOf(tenant, id) },
  }),
  resendWebhooks: async (tenant, id) => ({
    address: "/api/v1/webhook_endpoint/resend",
    body: {
      id: await endpointOf(tenant, id),
      created_from: "2026-01-01T00:00:00Z",
      created_to: "2026-01-02T00:00:00Z",
    },
  }),
  listWebhookDeliveries: list("/api/v1/webhook_deliveries"),
  getWebhookDelivery: async (tenant, id) => ({
    address: `/api/v1/webhook_delivery?id=${await deliveryOf(tenant, id)}`,
  }),
  resendWebhookDelivery: async (tenant, id) => ({
    address: "/api/v1/webhook_delivery/resend",
    body: { id: await deliveryOf(tenant, id) },
  }),
  listWebhookEventTypes: list("/api/v1/webhook_event_types"),
  listMembers: list("/api/v1/members"),
  getMember: async (tenant, id) => ({ address: `/api/v1/member?id=${await memberOf(tenant, id)}` }),
  updateMember: async (tenant, id) => ({
    address: "/api/v1/member",
    body: { id: await viewerOf(tenant, id), branch_ids: [(await makeAccount(tenant)).id] },
  }),
  setMemberRoles: async (tenant, id) => ({
    address: "/api/v1/member/roles",
    body: { id: await viewerOf(tenant, id), role_ids: [await roleToGive(tenant)] },
  }),
  deactivateMember: async (tenant, id) => ({ address: `/api/v1/member?id=${await viewerOf(tenant, id)}` }),
  restoreMember: async (tenant, id) => ({
    address: "/api/v1/member/restore",
    body: { id: await deactivatedOf(tenant, id) },
  }),
  listInvitations: list("/api/v1/invitations"),
  getInvitation: async (tenant, id) => ({ address: `/api/v1/invitation?id=${await invitationOf(tenant, id)}` }),
  createInvitation: async (tenant) => ({
    address: "/api/v1/invitation",
    body: { email: `${randomUUID()}@example.com`, role_ids: [await roleToGive(tenant)] },
  }),
  resendInvitation: async (tenant, id) => ({
    address: "/api/v1/invitation/resend",
    body: { id: await invitationOf(tenant, id) },
  }),
  revokeInvitation: async (tenant, id) => ({
    address: "/api/v1/invitation/revoke",
    body: { id: await invitationOf(tenant, id) },
  }),
  createRole: async () => ({
    address: "/api/v1/role",
    // The owner of a token holds what it gives; whoever may only make roles gives that.
    body: { name: randomUUID(), permissions: ["roles:write"] },
  }),
  updateRole: async (tenant, id) => ({
    address: "/api/v1/role",
    body: { id: id ?? (await roleToGive(tenant)), description: "Changed" },
  }),
  deleteRole: async (tenant, id) => ({ address: `/api/v1/role?id=${id ?? (await roleToGive(tenant))}` }),
  listRoles: list("/api/v1/roles"),
  getRole: async (tenant, id) => {
    const found = id ?? (await idFrom(tenant, "select id from roles where tenant_id = $1 limit 1", [tenant.id]));
    return { address: `/api/v1/role?id=${found}` };
  },
  listPermissions: list("/api/v1/permissions"),
  explainAccess: list("/api/v1/access_explanation?permission=refunds:create"),
  getAccountReach: async (tenant, id) => ({ address: `/api/v1/account_reach?id=${await accountOf(tenant, id)}` }),
  listApiKeys: list("/api/v1/api_keys"),
  getApiKey: async (tenant, id) => ({ address: `/api/v1/api_key?id=${await keyOf(tenant, id)}` }),
  createApiKey: async () => ({
    address: "/api/v1/api_key",
    // The owner of a key holds what it gives; whoever may only make keys gives that.
    body: { name: "Sample", permissions: ["api_keys:write"] },
  }),
  rotateApiKey: async (tenant, id) => ({
    address: "/api/v1/api_key/rotate",
    body: {
      id: id ?? (await createKey(tenant, { permissions: ["api_keys:write"] })).apiKeyId,
      overlap_hours: 24,
    },
  }),
  revokeApiKey: async (tenant, id) => ({ address: "/api/v1/api_key/revoke", body: { id: await keyOf(tenant, id) } }),
  listNotices: list("/api/v1/notices"),
  countUnreadNotices: list("/api/v1/notices/unread"),
  seeNotice: async (tenant, id) => ({ address: "/api/v1/notice/seen", body: { id: await noticeOf(tenant, id) } }),
  seeAllNotices: async () => ({ address: "/api/v1/notices/seen", body: {} }),
  readNotice: async (tenant, id) => ({ address: "/api/v1/notice/read", body: { id: await noticeOf(tenant, id) } }),
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
  bulkCancelPaymentIntents: bulk("payment_intents/bulk_cancel", intentOf),
  bulkChangePaymentMetadata: async (tenant, id) => ({
    address: "/api/v1/payment_intents/bulk_metadata",
    body: { ids: [await intentOf(tenant, id)], set: { channel: "web" }, remove: ["draft"] },
  }),
  bulkDeleteAccounts: bulk("accounts/bulk_delete", accountOf),
  bulkRestoreAccounts: bulk("accounts/bulk_restore", deletedAccountOf),
  bulkDeleteDocuments: bulk("documents/bulk_delete", documentOf),
  bulkRestoreDocuments: bulk("documents/bulk_restore", deletedDocumentOf),
  bulkRevokeApiKeys: bulk("api_keys/bulk_revoke", keyOf),
  bulkCancelRefunds: bulk("refunds/bulk_cancel", refundOf),
  bulkRevokeInvitations: bulk("invitations/bulk_revoke", invitationOf),
  bulkDeactivateMembers: bulk("members/bulk_deactivate", viewerOf),
  bulkRestoreMembers: bulk("members/bulk_restore", deactivatedOf),
  bulkResendWebhookDeliveries: bulk("webhook_deliveries/bulk_resend", deliveryOf),
  listTenantConfigVersions: list("/api/v1/tenant_config_versions"),
  getProfile: list("/api/v1/profile"),
  updateProfile: async () => ({ address: "/api/v1/profile", body: { time_zone: "Europe/Lisbon" } }),
  listListPreferences: list("/api/v1/list_preferences"),
  saveListPreference: async () => ({
    address: "/api/v1/list_preference",
    body: { list: "payment_intents", columns: ["reference", "amount"], widths: { reference: 240 }, density: "compact" },
  }),
  listSessions: list("/api/v1/sessions"),
  endSession: async (tenant, id) => ({ address: `/api/v1/session?id=${id ?? (await sessionOf(tenant))}` }),
  endSessions: async () => ({ address: "/api/v1/session/end_all", body: { keep_current: true } }),
  reportLeakedKey: async (tenant) => ({
    address: "/api/v1/public/leaked_key",
    body: { key: (await createKey(tenant)).secret },
  }),
  adminListTenants: list("/api/v1/admin/tenants"),
  adminGetTenant: async (tenant, id) => ({ address: `/api/v1/admin/tenant?id=${id ?? tenant.id}` }),
  adminCreateTenant: async () => ({
    address: "/api/v1/admin/tenant",
    body: { slug: `s-${randomUUID().slice(0, 13)}`, name: "Sample", template: "Hospitality", ...REASON },
  }),
  adminUpdateTenant: async (tenant, id) => ({
    address: "/api/v1/admin/tenant",
    body: { id: id ?? tenant.id, domain: "sample.example", ...REASON },
  }),
  adminSuspendTenant: async (tenant, id) => ({
    address: "/api/v1/admin/tenant/suspend",
    body: { id: await otherTenantOf(tenant, id, "active"), ...REASON },
  }),
  adminReactivateTenant: async (tenant, id) => ({
    address: "/api/v1/admin/tenant/reactivate",
    body: { id: await otherTenantOf(tenant, id, "suspended"), ...REASON },
  }),
  adminGetTenantUsage: async (tenant, id) => ({ address: `/api/v1/admin/tenant_usage?id=${id ?? tenant.id}` }),
  adminInviteOwner: async (tenant, id) => ({
    address: "/api/v1/admin/tenant/invite_owner",
    body: {
      id: await otherTenantOf(tenant, id, "active"),
      owner_email: `${randomUUID()}@example.com`,
      owner_name: "Sample",
      ...REASON,
    },
  }),
  adminListTenantNotes: async (tenant, id) => ({ address: `/api/v1/admin/tenant_notes?tenant=${id ?? tenant.id}` }),
  adminGetTenantNote: async (tenant, id) => ({ address: `/api/v1/admin/tenant_note?id=${await noteOf(tenant, id)}` }),
  adminCreateTenantNote: async (tenant, id) => ({
    address: "/api/v1/admin/tenant_note",
    body: { tenant_id: id ?? tenant.id, text: "Sample" },
  }),
  // Somebody else's note may be sent as it is, but not changed.
  adminUpdateTenantNote: async (tenant, id) => ({
    address: "/api/v1/admin/tenant_note",
    body: { id: await noteOf(tenant, id), text: "Sample" },
  }),
  adminDeleteTenantNote: async (tenant, id) => ({
    address: `/api/v1/admin/tenant_note?id=${await noteOf(tenant, id)}`,
  }),
  adminListTenantSwitches: async (tenant, id) => ({ address: `/api/v1/admin/tenant_switches?id=${id ?? tenant.id}` }),
  adminSetTenantSwitch: async (tenant, id) => ({
    address: "/api/v1/admin/tenant/switch",
    body: { id: await otherTenantOf(tenant, id, "active"), switch: "exports", on: false, ...REASON },
  }),
  adminListTenantExports: list("/api/v1/admin/tenant_exports"),
  adminGetTenantExport: async (tenant, id) => ({
    address: `/api/v1/admin/tenant_export?id=${id ?? (await makeExportOf(tenant))}`,
  }),
  adminRequestTenantExport: async (tenant, id) => ({
    address: "/api/v1/admin/tenant_export",
    body: { id: await otherTenantOf(tenant, id, "suspended"), ...REASON },
  }),
  adminGetTenantExportContent: async (tenant, id) => ({
    address: `/api/v1/admin/tenant_export/content?id=${id ?? (await makeExportOf(tenant))}`,
  }),
  adminListTenantDeletions: list("/api/v1/admin/tenant_deletions"),
  adminGetTenantDeletion: async (tenant, id) => ({
    address: `/api/v1/admin/tenant_deletion?id=${id ?? (await makeDeletion(tenant))}`,
  }),
  adminRequestTenantDeletion: async (tenant, id) => {
    const suspended = await makeSuspendedTenant(tenant);
    const export_id = await makeExportOf(suspended, { isDownloaded: true });
    return { address: "/api/v1/admin/tenant_deletion", body: { id: id ?? suspended.id, export_id, ...REASON } };
  },
  adminAgreeTenantDeletion: async (tenant, id) => ({
    address: "/api/v1/admin/tenant_deletion/agree",
    body: { id: id ?? (await makeDeletion(tenant)), ...REASON },
  }),
  adminCallOffTenantDeletion: async (tenant, id) => ({
    address: "/api/v1/admin/tenant_deletion/call_off",
    body: { id: id ?? (await makeDeletion(tenant)), ...REASON },
  }),
  adminListUsers: list("/api/v1/admin/users"),
  adminGetUser: async (tenant, id) => ({
    address: `/api/v1/admin/user?id=${await userOf(tenant, id)}`,
  }),
  adminListUserSessions: async (tenant, id) => ({
    address: `/api/v1/admin/user_sessions?id=${await userOf(tenant, id)}`,
  }),
  adminDeactivateUser: async (tenant, id) => ({
    address: "/api/v1/admin/user/deactivate",
    body: { id: await userOf(tenant, id), ...REASON },
  }),
  adminReactivateUser: async (tenant, id) => ({
    address: "/api/v1/admin/user/reactivate",
    body: { id: await shutOutOf(tenant, id), ...REASON },
  }),
  adminEndUserSessions: async (tenant, id) => ({
    address: "/api/v1/admin/user/end_sessions",
    body: { id: await userOf(tenant, id), ...REASON },
  }),
  adminResetSecondFactor: async (tenant, id) => {
    const user = await userOf(tenant, id);
    const add = "insert into app.second_factors (user_id, sealed_secret, confirmed_at) values ($1, '', now())";
    if (!id) await asOwner(tenant.database, add, [user]);
    return { address: "/api/v1/admin/user/reset_second_factor", body: { id: user, ...REASON } };
  },
  adminSendPasswordReset: async (tenant, id) => ({
    address: "/api/v1/admin/user/send_password_reset",
    body: { id: await userOf(tenant, id), ...REASON },
  }),
  adminSearch: async (_tenant, id) => ({ address: `/api/v1/admin/search?q=${id ?? "aurora"}` }),
  adminGetAuditLog: async (tenant, id) => ({
    address: `/api/v1/admin/audit_log?id=${id ?? (await idFrom(tenant, "select id from audit_logs limit 1", []))}`,
  }),
  adminListTemplates: list("/api/v1/admin/templates"),
  adminGetTemplate: async (tenant, id) => ({
    address: `/api/v1/admin/template?id=${id ?? (await idFrom(tenant, "select id from templates limit 1", []))}`,
  }),
  adminGetPlatformTotals: list("/api/v1/admin/platform_totals"),
  adminCreateTemplate: async () => ({
    address: "/api/v1/admin/template",
    body: {
      ...{ name: `Sample ${randomUUID()}`, description: "A sample", note: "The first" },
      roles: [{ key: "owner", name: "Owner", permissions: [] }],
    },
  }),
  adminArchiveTemplate: async (tenant, id) => ({
    address: "/api/v1/admin/template/archive",
    body: { id: id ?? (await freshTemplate(tenant, null)) },
  }),
  adminRestoreTemplate: async (tenant, id) => ({
    address: "/api/v1/admin/template/restore",
    body: { id: id ?? (await freshTemplate(tenant, new Date())) },
  }),
  adminCompareTemplates: async (tenant, id) => {
    const to = await freshTemplate(tenant, null);
    return { address: `/api/v1/admin/template_comparison?from=${id ?? to}&to=${to}` };
  },
  adminPreviewTemplate: async (tenant, id) => ({
    address: `/api/v1/admin/template_preview?tenant=${id ?? tenant.id}&template=${await freshTemplate(tenant, null)}`,
  }),
  adminApplyTemplate: async (tenant, id) => {
    const choice = { tenant: await otherTenantOf(tenant, id, "active"), template: await freshTemplate(tenant, null) };
    const hash = async () => (await previewTemplate(await createPlatformAdmin(tenant.database), choice)).preview_hash;
    return {
      address: "/api/v1/admin/template/apply",
      body: { ...choice, preview_hash: id ? "0".repeat(64) : await hash(), ...REASON },
    };
  },
  listVisits: list("/api/v1/visits"),
  agreeToVisit: async (tenant, id) => ({
    address: "/api/v1/visit/agree",
    body: { id: id ?? (await makeAskedVisit(tenant, "waiting")) },
  }),
  declineVisit: async (tenant, id) => ({
    address: "/api/v1/visit/decline",
    body: { id: id ?? (await makeAskedVisit(tenant, "waiting")) },
  }),
  endVisit: async (tenant, id) => ({ address: "/api/v1/visit/end", body: { id: id ?? (await makeVisit(tenant)) } }),
  adminListVisits: list("/api/v1/admin/visits"),
  adminGetVisit: async (tenant, id) => ({ address: `/api/v1/admin/visit?id=${id ?? (await makeVisit(tenant))}` }),
  adminStartVisit: async (tenant, id) => ({
    address: "/api/v1/admin/visit",
    body: { tenant_id: id ?? tenant.id, ...REASON },
  }),
  adminBeginVisit: async (tenant, id) => ({
    address: "/api/v1/admin/visit/begin",
    body: { id: id ?? (await makeAskedVisit(tenant, "agreed", await sampleAdmin(tenant))) },
  }),
  adminEndVisit: async (tenant, id) => ({
    address: "/api/v1/admin/visit/end",
    body: { id: id ?? (await makeVisit(tenant)), ...REASON },
  }),
  adminAskVisitWriting: async (tenant, id) => ({
    address: "/api/v1/admin/visit/ask_writing",
    body: { id: id ?? (await makeVisit(tenant, await sampleAdmin(tenant))), ...REASON },
  }),
  adminAgreeVisitWriting: async (tenant, id) => ({
    address: "/api/v1/admin/visit/agree_writing",
    body: { id: id ?? (await makeVisitThatAsks(tenant)), ...REASON },
  }),
  adminListAuditLogs: list("/api/v1/admin/audit_logs"),
  adminGetSystem: list("/api/v1/admin/system"),
  adminListJobs: list("/api/v1/admin/jobs"),
  adminRetryJob: async (tenant, id) => ({
    address: "/api/v1/admin/job/retry",
    body: { id: await jobOf(tenant, id), ...REASON },
  }),
  adminRetryFailedJobs: async () => ({
    address: "/api/v1/admin/jobs/retry",
    body: { task: "jobs.ping", ...REASON },
  }),
  adminRemoveJob: async (tenant, id) => ({
    address: `/api/v1/admin/job?id=${await jobOf(tenant, id)}&reason=Sample`,
  }),
  adminBulkDeactivateUsers: reasonedBulk("users/bulk_deactivate", userOf),
  adminBulkReactivateUsers: reasonedBulk("users/bulk_reactivate", shutOutOf),
  adminBulkEndUserSessions: reasonedBulk("users/bulk_end_sessions", userOf),
  adminBulkRetryJobs: reasonedBulk("jobs/bulk_retry", jobOf),
  adminBulkRemoveJobs: reasonedBulk("jobs/bulk_remove", jobOf),
  adminListIsolationProofs: list("/api/v1/admin/isolation_proofs"),
  adminGetIsolationProof: async (tenant, id) => ({
    address: `/api/v1/admin/isolation_proof?id=${id ?? (await proofOf(tenant))}`,
  }),
  adminRequestIsolationProof: async (tenant) => {
    await waitForRequests(tenant);
    return { address: "/api/v1/admin/isolation_proof", body: {} };
  },
  adminGetIsolationReport: async (tenant, id) => ({
    address: `/api/v1/admin/isolation_proof/report?id=${id ?? (await proofOf(tenant))}`,
  }),
  adminGetIsolationProver: list("/api/v1/admin/isolation_prover"),
  receiveSandboxWebhook: async () => signedSandboxWebhook(),
  receiveStripeWebhook: async () => signedStripeWebhook(),
  listNoticeChoices: list("/api/v1/notice_choices"),
  saveNoticeChoice: async () => ({
    address: "/api/v1/notice_choice",
    body: { kind: "export_ready", in_app: false, mail: true },
  }),
  listSavedViews: list("/api/v1/saved_views"),
  getSavedView: async (tenant, id) => ({ address: `/api/v1/saved_view?id=${id ?? (await makeSavedView(tenant))}` }),
  createSavedView: async () => ({
    address: "/api/v1/saved_view",
    body: { list: "accounts", name: randomUUID(), query: "currency=EUR" },
  }),
  updateSavedView: async (tenant, id) => ({
    address: "/api/v1/saved_view",
    body: { id: id ?? (await makeSavedView(tenant)), name: randomUUID() },
  }),
  deleteSavedView: async (tenant, id) => ({ address: `/api/v1/saved_view?id=${id ?? (await makeSavedView(tenant))}` }),
  restoreSavedView: async (tenant, id) => ({
    address: "/api/v1/saved_view/restore",
    body: { id: id ?? (await makeSavedView(tenant, { isDeleted: true })) },
  }),
  watchSavedView: async (tenant, id) => ({
    address: "/api/v1/saved_view/watch",
    body: { id: id ?? (await makeSavedView(tenant)) },
  }),
  unwatchSavedView: async (tenant, id) => ({
    address: "/api/v1/saved_view/unwatch",
    body: { id: id ?? (await makeSavedView(tenant)) },
  }),
  getDefaultView: async () => ({ address: "/api/v1/saved_view/default?list=accounts" }),
  setDefaultView: async (tenant) => ({
    address: "/api/v1/saved_view/default",
    body: { list: "payment_intents", view_id: await makeSavedView(tenant) },
  }),
  search: async (_tenant, id) => ({ address: `/api/v1/search?q=${id ?? "sample"}` }),
  whoami: list("/api/v1/whoami"),
  getStatus: list("/api/v1/public/status"),
  listCurrencies: list("/api/v1/public/currencies"),
  listCountries: list("/api/v1/public/countries"),
  getOpenApiDocument: list("/api/v1/openapi.json"),
};

/**
 * A request that succeeds for whoever may make it, with records of its own to work on.
 * @param id names another record instead, such as another tenant's
 */
export async function sampleRequest(operation: Operation, tenant: TestTenant, id?: string): Promise<SampleRequest> {
  const sample = SAMPLES[operation.operationId];
  if (!sample) throw new Error(`lib/testing/api-samples.ts has no request for ${operation.operationId}`);
  return { method: operation.method.toUpperCase() as HttpMethod, ...(await sample(tenant, id)) };
}

/** Id of a record of the kind that an operation names by id, or null where it names none. */
export async function sampleRecord(operation: Operation, tenant: TestTenant): Promise<string | null> {
  const { address, body } = await sampleRequest(operation, tenant);
  const id =
    new URL(address, "http://localhost").searchParams.get("id") ??
    body?.id ??
    body?.account_id ??
    body?.payment_intent_id;
  return typeof id === "string" ? id : null;
}

async function anyAuditLog(tenant: TestTenant): Promise<string> {
  await makeAccount(tenant);
  const { query } = parseListParams(auditLogList, {}, { mode: "strict" });
  const [entry] = (await listAuditLogs(tenant.system, query)).items;
  if (!entry) throw new Error("making an account left no audit entry");
  return entry.id;
}
