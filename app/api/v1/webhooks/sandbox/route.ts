import { providerWebhookOperations } from "@/lib/http/operations/provider-webhooks";
import { otherMethods, route } from "@/lib/http/route";
import { receiveWebhook } from "@/lib/provider-webhooks/commands";

export const POST = route(providerWebhookOperations.sandbox, (_origin, webhook) => receiveWebhook("sandbox", webhook));
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
