import { webhookOperations } from "@/lib/http/operations/webhooks";
import { otherMethods, route } from "@/lib/http/route";
import { listWebhookEventTypes } from "@/lib/webhook-endpoints/queries";

export const GET = route(webhookOperations.eventTypes, listWebhookEventTypes);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
