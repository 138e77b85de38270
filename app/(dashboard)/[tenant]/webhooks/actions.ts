"use server";

import { tenantAction } from "@/lib/http/action";
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  disableWebhookEndpoint,
  enableWebhookEndpoint,
  rotateWebhookSecret,
  updateWebhookEndpoint,
} from "@/lib/webhook-endpoints/commands";
import { resendWebhookDelivery, resendWebhooks, testWebhookEndpoint } from "@/lib/webhook-endpoints/delivery-commands";
import { resendWebhooksInput, webhookDeliveryId } from "@/lib/webhook-endpoints/delivery-schema";
import {
  createWebhookEndpointInput,
  rotateWebhookSecretInput,
  updateWebhookEndpointInput,
  webhookEndpointId,
} from "@/lib/webhook-endpoints/schema";

export const createEndpointAction = tenantAction(createWebhookEndpointInput, createWebhookEndpoint);
export const updateEndpointAction = tenantAction(updateWebhookEndpointInput, updateWebhookEndpoint);
export const deleteEndpointAction = tenantAction(webhookEndpointId, deleteWebhookEndpoint);
export const enableEndpointAction = tenantAction(webhookEndpointId, enableWebhookEndpoint);
export const disableEndpointAction = tenantAction(webhookEndpointId, disableWebhookEndpoint);
export const rotateSecretAction = tenantAction(rotateWebhookSecretInput, rotateWebhookSecret);
export const testEndpointAction = tenantAction(webhookEndpointId, testWebhookEndpoint);
export const resendWindowAction = tenantAction(resendWebhooksInput, resendWebhooks);
export const resendDeliveryAction = tenantAction(webhookDeliveryId, resendWebhookDelivery);
