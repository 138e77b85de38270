import { randomBytes } from "node:crypto";
import { openText, sealText } from "../sealed-text";

const PREFIX = "whsec_";
const PURPOSE = "webhook-secrets";

/** A secret of the Standard Webhooks form, with 256 bits. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(32).toString("base64");
}

/** Whose secret it is: a sealed one that is moved to another row does not open. */
export interface SecretPlace {
  tenantId: string;
  endpointId: string;
}

/** The secret as the database keeps it: AES-256-GCM with a key derived from APP_SECRET. */
export function sealSecret(secret: string, place: SecretPlace): Uint8Array<ArrayBuffer> {
  return sealText(secret, PURPOSE, nameOf(place));
}

/** The secret again, or null where it was sealed with another APP_SECRET or for another place. */
export function openSecret(sealed: Uint8Array, place: SecretPlace): string | null {
  return openText(sealed, PURPOSE, nameOf(place));
}

function nameOf({ tenantId, endpointId }: SecretPlace): string {
  return `${tenantId}/${endpointId}`;
}
