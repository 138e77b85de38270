import { paymentIntentOperations } from "@/lib/http/operations/payment-intents";
import { otherMethods, route } from "@/lib/http/route";
import { totalPaymentIntents } from "@/lib/payment-intents/totals";

export const GET = route(paymentIntentOperations.totals, async (actor, query) => ({
  items: await totalPaymentIntents(actor, query),
}));
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
