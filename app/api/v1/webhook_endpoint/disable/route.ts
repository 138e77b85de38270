import { webhookOperations } from "@/lib/http/operations/webhooks";
import { otherMethods, route } from "@/lib/http/route";
import { disableWebhookEndpoint } from "@/lib/webhook-endpoints/commands";

export const POST = route(webhookOperations.disable, disableWebhookEndpoint);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
