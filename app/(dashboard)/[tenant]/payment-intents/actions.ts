"use server";

import { tenantAction, tenantActionOnce } from "@/lib/http/action";
import {
  cancelPaymentIntent,
  confirmPaymentIntent,
  createPaymentIntent,
  updatePaymentIntent,
} from "@/lib/payment-intents/commands";
import {
  confirmPaymentIntentInput,
  createPaymentIntentInput,
  paymentIntentId,
  updatePaymentIntentInput,
} from "@/lib/payment-intents/schema";

export const createPaymentIntentAction = tenantActionOnce(
  "createPaymentIntent",
  createPaymentIntentInput,
  createPaymentIntent,
);
export const updatePaymentIntentAction = tenantAction(updatePaymentIntentInput, updatePaymentIntent);
export const confirmPaymentIntentAction = tenantAction(confirmPaymentIntentInput, confirmPaymentIntent);
export const cancelPaymentIntentAction = tenantAction(paymentIntentId, cancelPaymentIntent);
