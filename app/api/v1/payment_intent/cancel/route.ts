import { paymentIntentOperations } from "@/lib/http/operations/payment-intents";
import { otherMethods, route } from "@/lib/http/route";
import { cancelPaymentIntent } from "@/lib/payment-intents/commands";

export const POST = route(paymentIntentOperations.cancel, cancelPaymentIntent);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
