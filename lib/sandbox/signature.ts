import { Webhook } from "standardwebhooks";
import { deriveSecret } from "../env";

/** Signs and checks the sandbox's webhooks: Standard Webhooks, with a secret of this installation. */
export function sandboxWebhook(): Webhook {
  return new Webhook(deriveSecret("sandbox-webhook").toString("base64"));
}
