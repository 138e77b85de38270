import { webhookOperations } from "@/lib/http/operations/webhooks";
import { otherMethods, route } from "@/lib/http/route";
import { resendWebhookDelivery } from "@/lib/webhook-endpoints/delivery-commands";

export const POST = route(webhookOperations.resend, resendWebhookDelivery);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
