import { webhookOperations } from "@/lib/http/operations/webhooks";
import { otherMethods, route } from "@/lib/http/route";
import { listWebhookEndpoints } from "@/lib/webhook-endpoints/queries";

export const GET = route(webhookOperations.list, listWebhookEndpoints);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
