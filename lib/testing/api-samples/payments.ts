import { randomUUID } from "node:crypto";
import type { ImportStatus } from "@/lib/imports/record";
import { createRefundStop } from "@/lib/refund-stops/commands";
import { uploadForm } from "../documents";
import { asOwner, makeAccount, makePaymentIntent, type TestTenant } from "../fixtures";
import { freshCsv, makeImport, makeNamedMapping, SAMPLE_MAPPING } from "../imports";
import { makeProcessedPayment, makeRefund, makeWaitingRefund } from "../refunds";
import { accountOf, bulk, list, REASON, type Samples } from "./sample";

const intentOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await makePaymentIntent(tenant, (await makeAccount(tenant)).id)).id;

const importOf = async (tenant: TestTenant, id: string | undefined, status?: ImportStatus) =>
  id ?? (await makeImport(tenant, { status })).id;

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

/** Payments, refunds and imports. */
export const paymentSamples: Samples = {
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
  bulkCancelPaymentIntents: bulk("payment_intents/bulk_cancel", intentOf),
  bulkChangePaymentMetadata: async (tenant, id) => ({
    address: "/api/v1/payment_intents/bulk_metadata",
    body: { ids: [await intentOf(tenant, id)], set: { channel: "web" }, remove: ["draft"] },
  }),
  bulkCancelRefunds: bulk("refunds/bulk_cancel", refundOf),
};
