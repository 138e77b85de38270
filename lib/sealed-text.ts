import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deriveSecret } from "./env";

const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/**
 * A secret as the database keeps it: AES-256-GCM.
 * @param purpose names the key, which is derived from APP_SECRET
 * @param place whose secret it is: one that is moved to another row does not open
 */
export function sealText(text: string, purpose: string, place: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_LENGTH);
  const cipher = createCipheriv("aes-256-gcm", deriveSecret(purpose), iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed]));
}

/** The secret again, or null where it was sealed with another APP_SECRET, for another purpose or another place. */
export function openText(sealed: Uint8Array, purpose: string, place: string): string | null {
  const iv = sealed.subarray(0, IV_LENGTH);
  const tag = sealed.subarray(IV_LENGTH, IV_LENGTH + TAG_LENGTH);
  try {
    const decipher = createDecipheriv("aes-256-gcm", deriveSecret(purpose), iv)
      .setAAD(Buffer.from(place))
      .setAuthTag(tag);
    const text = Buffer.concat([decipher.update(sealed.subarray(IV_LENGTH + TAG_LENGTH)), decipher.final()]);
    return text.toString("utf8");
  } catch {
    return null;
  }
}
