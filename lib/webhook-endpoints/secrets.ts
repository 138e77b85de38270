import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deriveSecret } from "../env";

const PREFIX = "whsec_";
const IV_LENGTH = 12;
const TAG_LENGTH = 16;

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
  const iv = randomBytes(IV_LENGTH);
  const cipher = createCipheriv("aes-256-gcm", deriveSecret("webhook-secrets"), iv).setAAD(nameOf(place));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed]));
}

/** The secret again, or null where it was sealed with another APP_SECRET or for another place. */
export function openSecret(sealed: Uint8Array, place: SecretPlace): string | null {
  const iv = sealed.subarray(0, IV_LENGTH);
  const tag = sealed.subarray(IV_LENGTH, IV_LENGTH + TAG_LENGTH);
  try {
    const decipher = createDecipheriv("aes-256-gcm", deriveSecret("webhook-secrets"), iv)
      .setAAD(nameOf(place))
      .setAuthTag(tag);
    const text = Buffer.concat([decipher.update(sealed.subarray(IV_LENGTH + TAG_LENGTH)), decipher.final()]);
    return text.toString("utf8");
  } catch {
    return null;
  }
}

function nameOf({ tenantId, endpointId }: SecretPlace): Buffer {
  return Buffer.from(`${tenantId}/${endpointId}`);
}
