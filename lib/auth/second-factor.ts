import { createHash, createHmac, randomBytes, randomInt } from "node:crypto";
import { generateSecret, generateURI, verify } from "otplib";
import { encode } from "uqr";
import { deriveSecret } from "../env";
import { openText, sealText } from "../sealed-text";
import type { credentials } from "../tenant-db";

// Codes of an authenticator app (TOTP, RFC 6238: six digits, 30 seconds, SHA-1, as every app has them), and recovery codes.

const PURPOSE = "second-factors";
const STEP_SECONDS = 30;
const RECOVERY_CODES = 10;
const RECOVERY_CODE_LENGTH = 10;
/** Crockford's: no letter that looks like a digit. 50 bits in ten of them. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** What an authenticator app is given. */
export interface NewAuthenticator {
  /** To type, in groups of four. */
  secretText: string;
  /** To scan: a square of `size` modules, whose dark ones are the path `d`. */
  qr: { size: number; d: string };
  /** The same as a link, for an app on the same device. */
  uri: string;
}

/** A secret for an authenticator app, in base 32. */
export function newSecret(): string {
  return generateSecret();
}

/**
 * What to show of a secret, once.
 * @param email what the app shows beside the product's name
 */
export function authenticatorOf(secret: string, email: string): NewAuthenticator {
  const uri = generateURI({ issuer: "Bulkhead", label: email, secret });
  return { secretText: secret.match(/.{1,4}/g)?.join(" ") ?? secret, qr: qrOf(uri), uri };
}

function qrOf(text: string): NewAuthenticator["qr"] {
  const { size, data } = encode(text, { border: 2, ecc: "M" });
  const d = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return { size, d };
}

/** The secret as it is stored, bound to its person. */
export function sealAuthenticator(secret: string, userId: string): Uint8Array<ArrayBuffer> {
  return sealText(secret, PURPOSE, userId);
}

/**
 * What a typed code proves, or null for a wrong one. The database then takes it once.
 * A code of the step before or after counts: clocks differ.
 * @param typed six digits, or a recovery code, with blanks and hyphens wherever
 */
export async function proofOf(
  typed: string,
  { sealedSecret, userId }: { sealedSecret: Uint8Array; userId: string },
): Promise<credentials.FactorProof | null> {
  const code = typed.replace(/[\s-]/g, "").toLowerCase();
  if (/^\d{6}$/.test(code)) {
    const secret = openText(sealedSecret, PURPOSE, userId);
    if (secret === null) return null;
    const result = await verify({ secret, token: code, epochTolerance: STEP_SECONDS });
    return result.valid && "timeStep" in result ? { step: result.timeStep } : null;
  }
  const recovery = code.replaceAll("o", "0").replace(/[il]/g, "1");
  const isWellFormed =
    recovery.length === RECOVERY_CODE_LENGTH && [...recovery].every((sign) => ALPHABET.includes(sign));
  return isWellFormed ? { recoveryHash: hashRecoveryCode(recovery, userId) } : null;
}

/** Recovery codes to show once, and their hashes to store. */
export function newRecoveryCodes(userId: string): { codes: string[]; hashes: Buffer[] } {
  const bare = Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: RECOVERY_CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(""),
  );
  return {
    codes: bare.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`),
    hashes: bare.map((code) => hashRecoveryCode(code, userId)),
  };
}

function hashRecoveryCode(code: string, userId: string): Buffer {
  return createHmac("sha256", deriveSecret("recovery-codes")).update(`${userId}/${code}`).digest();
}

/** A token for a link or cookie, 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A token as the database keeps it. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
