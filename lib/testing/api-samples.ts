import { randomUUID } from "node:crypto";
import { deleteAccount } from "@/lib/accounts/commands";
import { listAuditLogs } from "@/lib/audit-logs/queries";
import { auditLogList } from "@/lib/audit-logs/schema";
import { deleteDocument } from "@/lib/documents/commands";
import type { Operation } from "@/lib/http/operation";
import { parseListParams } from "@/lib/list-query";
import { testWebhookEndpoint } from "@/lib/webhook-endpoints/delivery-commands";
import type { HttpMethod } from "./api";
import { freshPdf, makeDocument, uploadForm } from "./documents";
import { makeAccount, makePaymentIntent, type TestTenant } from "./fixtures";
import { makeProcessedPayment, makeRefund } from "./refunds";
import { makeWebhookEndpoint } from "./webhooks";

export interface SampleRequest {
  method: HttpMethod;
  address: string;
  body?: Record<string, unknown>;
  /** Sent as multipart, instead of a body. */
  form?: FormData;
}

type Sample = (tenant: TestTenant, id: string | undefined) => Promise<Omit<SampleRequest, "method">>;

const list =
  (path: string): Sample =>
  async () => ({ address: path });

const accountOf = async (tenant: TestTenant, id: string | undefined) => id ?? (await makeAccount(tenant)).id;
const intentOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await makePaymentIntent(tenant, (await makeAccount(tenant)).id)).id;

const documentOf = async (tenant: TestTenant, id: string | undefined) => id ?? (await makeDocument(tenant)).id;

const endpointOf = async (tenant: TestTenant, id: string | undefined) => id ?? (await makeWebhookEndpoint(tenant)).id;
const deliveryOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await testWebhookEndpoint(tenant.system, { id: await endpointOf(tenant, undefined) })).id;
const processedPayment = async (tenant: TestTenant) => makeProcessedPayment(tenant, (await makeAccount(tenant)).id);
const refundOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await makeRefund(tenant, (await processedPayment(tenant)).id)).id;

const SAMPLES: Readonly<Record<string, Sample>> = {
  listAccounts: list("/api/v1/accounts"),
  getAccount: async (tenant, id) => ({ address: `/api/v1/account?id=${await accountOf(tenant, id)}` }),
  createAccount: async () => ({ address: "/api/v1/account", body: { name: randomUUID(), currency: "EUR" } }),
  updateAccount: async (tenant, id) => ({
    address: "/api/v1/account",
    body: { id: await accountOf(tenant, id), display_name: "Changed" },
  }),
  deleteAccount: async (tenant, id) => ({ address: `/api/v1/account?id=${await accountOf(tenant, id)}` }),
  restoreAccount: async (tenant, id) => {
    const deleted = id ?? (await deleteAccount(tenant.system, { id: await accountOf(tenant, undefined) })).id;
    return { address: "/api/v1/account/restore", body: { id: deleted } };
  },
  listPaymentIntents: list("/api/v1/payment_intents"),
  totalPaymentIntents: list("/api/v1/payment_intent_totals"),
  getPaymentIntent: async (tenant, id) => ({ address: `/api/v1/payment_intent?id=${await intentOf(tenant, id)}` }),
  createPaymentIntent: async (tenant, id) => ({
    address: "/api/v1/payment_intent",
    body: { account_id: await accountOf(tenant, id), billing_amount: 12_345, billing_currency: "EUR" },
  }),
  updatePaymentIntent: async (tenant, id) => ({
    address: "/api/v1/payment_intent",
    body: { id: await intentOf(tenant, id), reference: "Changed" },
  }),
  cancelPaymentIntent: async (tenant, id) => ({
    address: "/api/v1/payment_intent/cancel",
    body: { id: await intentOf(tenant, id) },
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
  restoreDocument: async (tenant, id) => {
    const deleted = id ?? (await deleteDocument(tenant.system, { id: await documentOf(tenant, undefined) })).id;
    return { address: "/api/v1/document/restore", body: { id: deleted } };
  },
  getDocumentContent: async (tenant, id) => ({
    address: `/api/v1/document/content?id=${await documentOf(tenant, id)}`,
  }),
  listRefunds: list("/api/v1/refunds"),
  getRefund: async (tenant, id) => ({ address: `/api/v1/refund?id=${await refundOf(tenant, id)}` }),
  createRefund: async (tenant, id) => ({
    address: "/api/v1/refund",
    body: { payment_intent_id: id ?? (await processedPayment(tenant)).id, amount: 2_500 },
  }),
  cancelRefund: async (tenant, id) => ({ address: "/api/v1/refund/cancel", body: { id: await refundOf(tenant, id) } }),
  listAuditLogs: list("/api/v1/audit_logs"),
  getAuditLog: async (tenant, id) => ({ address: `/api/v1/audit_log?id=${id ?? (await anyAuditLog(tenant))}` }),
  listRequestLogs: list("/api/v1/request_logs"),
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
  const id = new URL(address, "http://localhost").searchParams.get("id") ?? body?.id ?? body?.account_id ?? body?.payment_intent_id;
  return typeof id === "string" ? id : null;
}

async function anyAuditLog(tenant: TestTenant): Promise<string> {
  await makeAccount(tenant);
  const { query } = parseListParams(auditLogList, {}, { mode: "strict" });
  const [entry] = (await listAuditLogs(tenant.system, query)).items;
  if (!entry) throw new Error("making an account left no audit entry");
  return entry.id;
}
