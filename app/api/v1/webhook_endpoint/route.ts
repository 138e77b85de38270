import { webhookOperations } from "@/lib/http/operations/webhooks";
import { otherMethods, route } from "@/lib/http/route";
import { createWebhookEndpoint, deleteWebhookEndpoint, updateWebhookEndpoint } from "@/lib/webhook-endpoints/commands";
import { getWebhookEndpoint } from "@/lib/webhook-endpoints/queries";

export const GET = route(webhookOperations.get, getWebhookEndpoint);
export const POST = route(webhookOperations.create, createWebhookEndpoint);
export const PATCH = route(webhookOperations.update, updateWebhookEndpoint);
export const DELETE = route(webhookOperations.remove, deleteWebhookEndpoint);
export const { PUT, OPTIONS } = otherMethods(GET, POST, PATCH, DELETE);
