import { webhookOperations } from "@/lib/http/operations/webhooks";
import { otherMethods, route } from "@/lib/http/route";
import { getWebhookDelivery } from "@/lib/webhook-endpoints/delivery-queries";

export const GET = route(webhookOperations.delivery, getWebhookDelivery);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
