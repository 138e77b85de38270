import { createHmac, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import { deriveSecret, env } from "./env";

// bh_<sk|rk>_<live|test>_<id><secret><crc>: sk reaches all accounts, rk chosen ones. The id is the readable start, the
// secret has 256 bits, and the checksum lets a typo or a leak scanner's false alarm be told without the database.
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ID_LENGTH = 8;
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const SHAPE = new RegExp(`^bh_(sk|rk)_(live|test)_[0-9A-Za-z]{${ID_LENGTH + SECRET_LENGTH + CHECKSUM_LENGTH}}$`);

export type ApiKeyKind = "sk" | "rk";

export interface ApiKeySecret {
  /** The whole key: shown once. */
  key: string;
  /** Its readable start, for recognising it; it opens nothing. */
  prefix: string;
  lastFour: string;
  /** What is stored: 32 bytes. */
  hash: Uint8Array<ArrayBuffer>;
}

/** Makes a new access key; demo installations make `test` keys. */
export function newApiKey(kind: ApiKeyKind): ApiKeySecret {
  const prefix = `bh_${kind}_${env().demoMode ? "test" : "live"}_${randomBase62(ID_LENGTH)}`;
  const unchecked = prefix + randomBase62(SECRET_LENGTH);
  const key = unchecked + checksum(unchecked);
  return { key, prefix, lastFour: key.slice(-4), hash: hashApiKey(key) };
}

/** HMAC-SHA-256 of a key with the server's pepper: a copy of the database lets nobody in. */
export function hashApiKey(key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", deriveSecret("api-key-pepper")).update(key).digest());
}

/** True if the text has the shape and checksum of an access key, whether or not it was ever given out. */
export function looksLikeApiKey(text: string): boolean {
  return SHAPE.test(text) && checksum(text.slice(0, -CHECKSUM_LENGTH)) === text.slice(-CHECKSUM_LENGTH);
}

function randomBase62(length: number): string {
  let text = "";
  while (text.length < length) {
    // 248 is the largest multiple of 62 in a byte: higher values would favour the first letters.
    for (const byte of randomBytes(length)) if (byte < 248 && text.length < length) text += BASE62[byte % 62];
  }
  return text;
}

function checksum(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let i = 0; i < CHECKSUM_LENGTH; i += 1) {
    digits = BASE62.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}
