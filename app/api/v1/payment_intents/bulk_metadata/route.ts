import { bulkOperations } from "@/lib/http/operations/bulk";
import { otherMethods, route } from "@/lib/http/route";
import { changePaymentMetadata } from "@/lib/payment-intents/bulk";

export const POST = route(bulkOperations.changePaymentMetadata, changePaymentMetadata);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
