import { providerWebhookOperations } from "@/lib/http/operations/provider-webhooks";
import { otherMethods, route } from "@/lib/http/route";
import { receiveWebhook } from "@/lib/provider-webhooks/commands";

export const POST = route(providerWebhookOperations.stripe, (_origin, webhook) => receiveWebhook("stripe", webhook));
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
