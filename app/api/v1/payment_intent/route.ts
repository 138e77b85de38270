import { paymentIntentOperations } from "@/lib/http/operations/payment-intents";
import { otherMethods, route } from "@/lib/http/route";
import { createPaymentIntent, updatePaymentIntent } from "@/lib/payment-intents/commands";
import { getPaymentIntent } from "@/lib/payment-intents/queries";

export const GET = route(paymentIntentOperations.get, getPaymentIntent);
export const POST = route(paymentIntentOperations.create, createPaymentIntent);
export const PATCH = route(paymentIntentOperations.update, updatePaymentIntent);
export const { PUT, DELETE, OPTIONS } = otherMethods(GET, POST, PATCH);
