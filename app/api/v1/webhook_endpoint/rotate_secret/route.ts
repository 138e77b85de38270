import { webhookOperations } from "@/lib/http/operations/webhooks";
import { otherMethods, route } from "@/lib/http/route";
import { rotateWebhookSecret } from "@/lib/webhook-endpoints/commands";

export const POST = route(webhookOperations.rotateSecret, rotateWebhookSecret);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
