import { testWebhookEndpoint } from "@/lib/webhook-endpoints/delivery-commands";
import type { TestTenant } from "../fixtures";
import { signedSandboxWebhook, signedStripeWebhook } from "../provider-webhooks";
import { makeWebhookEndpoint } from "../webhooks";
import { bulk, list, type Samples } from "./sample";

const endpointOf = async (tenant: TestTenant, id: string | undefined) => id ?? (await makeWebhookEndpoint(tenant)).id;

const deliveryOf = async (tenant: TestTenant, id: string | undefined) =>
  id ?? (await testWebhookEndpoint(tenant.system, { id: await endpointOf(tenant, undefined) })).id;

/** Webhooks, those that go out and those of providers. */
export const webhookSamples: Samples = {
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
  bulkResendWebhookDeliveries: bulk("webhook_deliveries/bulk_resend", deliveryOf),
  receiveSandboxWebhook: async () => signedSandboxWebhook(),
  receiveStripeWebhook: async () => signedStripeWebhook(),
};
