import { webhookOperations } from "@/lib/http/operations/webhooks";
import { otherMethods, route } from "@/lib/http/route";
import { listWebhookDeliveries } from "@/lib/webhook-endpoints/delivery-queries";

export const GET = route(webhookOperations.deliveries, listWebhookDeliveries);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
