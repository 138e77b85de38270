import { paymentIntentOperations } from "@/lib/http/operations/payment-intents";
import { otherMethods, route } from "@/lib/http/route";
import { listPaymentIntents } from "@/lib/payment-intents/queries";

export const GET = route(paymentIntentOperations.list, listPaymentIntents);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
