import { z } from "zod";
import type { Operation } from "../operation";

const shared = {
  method: "post",
  tag: "Provider webhooks",
  permission: null,
  isPublic: true,
  encoding: "signed",
  reply: z.object({
    received: z.literal(true).meta({ description: "Also for an event that was here already" }),
  }),
  errors: ["signature_invalid", "payload_too_large"],
} as const;

const SIGNED = "Answered as soon as it is kept; it is worked off afterwards, once, however often it is sent.";

/** Where payment providers tell what came of payments and refunds. */
export const providerWebhookOperations = {
  sandbox: {
    ...shared,
    path: "/api/v1/webhooks/sandbox",
    operationId: "receiveSandboxWebhook",
    summary: "Events of the sandbox provider",
    description: `Signed by Standard Webhooks, at most five minutes old. ${SIGNED}`,
  },
  stripe: {
    ...shared,
    path: "/api/v1/webhooks/stripe",
    operationId: "receiveStripeWebhook",
    summary: "Events of Stripe",
    description: `Signed in Stripe-Signature, at most five minutes old. ${SIGNED}`,
  },
} as const satisfies Record<string, Operation>;
