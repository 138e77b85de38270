import { bulkOperations } from "@/lib/http/operations/bulk";
import { otherMethods, route } from "@/lib/http/route";
import { cancelPaymentIntents } from "@/lib/payment-intents/bulk";

export const POST = route(bulkOperations.cancelPaymentIntents, cancelPaymentIntents);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
