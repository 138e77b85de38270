import { bulkOperations } from "@/lib/http/operations/bulk";
import { otherMethods, route } from "@/lib/http/route";
import { resendWebhookDeliveries } from "@/lib/webhook-endpoints/bulk";

export const POST = route(bulkOperations.resendWebhookDeliveries, resendWebhookDeliveries);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
