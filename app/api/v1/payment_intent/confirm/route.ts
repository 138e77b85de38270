import { paymentIntentOperations } from "@/lib/http/operations/payment-intents";
import { otherMethods, route } from "@/lib/http/route";
import { confirmPaymentIntent } from "@/lib/payment-intents/commands";

export const POST = route(paymentIntentOperations.confirm, confirmPaymentIntent);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
