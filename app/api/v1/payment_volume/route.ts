import { paymentIntentOperations } from "@/lib/http/operations/payment-intents";
import { otherMethods, route } from "@/lib/http/route";
import { getPaymentVolume } from "@/lib/payment-intents/totals-by-time";

export const GET = route(paymentIntentOperations.volume, getPaymentVolume);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
