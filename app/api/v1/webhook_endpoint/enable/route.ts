import { webhookOperations } from "@/lib/http/operations/webhooks";
import { otherMethods, route } from "@/lib/http/route";
import { enableWebhookEndpoint } from "@/lib/webhook-endpoints/commands";

export const POST = route(webhookOperations.enable, enableWebhookEndpoint);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
