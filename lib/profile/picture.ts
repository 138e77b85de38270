import { createHash } from "node:crypto";
import { env } from "../env";
import { AppError } from "../errors";
import { fetchBytes } from "../outbound/fetch-bytes";

const MAX_BYTES = 262_144;

/** How files of the types that browsers show as pictures, and that cannot hold scripts, begin (hexadecimal). */
const TYPES: readonly (readonly [string, RegExp])[] = [
  ["image/png", /^89504e470d0a1a0a/],
  ["image/jpeg", /^ffd8ff/],
  ["image/gif", /^474946383[79]61/],
  ["image/webp", /^52494646.{8}57454250/],
];

/** The type of a picture by its first bytes, whatever its name or sender says; null for anything else. */
export function pictureType(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("hex");
  return TYPES.find(([, sign]) => sign.test(start))?.[0] ?? null;
}

export interface CopiedPicture {
  contentType: string;
  contentHash: Buffer;
  bytes: Buffer;
}

/**
 * Copies a picture from an address that its person chose.
 * @throws AppError `validation_error` that names `avatar_url`, for whatever is no picture within the limits
 */
export async function copyPicture(url: string): Promise<CopiedPicture> {
  const fetched = await fetchBytes(url, { allowLoopback: env().webhookAllowLoopback, maxBytes: MAX_BYTES });
  if (!fetched.bytes) throw refused(fetched.problem);
  const contentType = pictureType(fetched.bytes);
  if (!contentType) throw refused("There is no PNG, JPEG, GIF or WebP at this address");
  return { contentType, contentHash: createHash("sha256").update(fetched.bytes).digest(), bytes: fetched.bytes };
}

function refused(msg: string): AppError {
  return new AppError("validation_error", undefined, {
    issues: [{ loc: ["body", "avatar_url"], msg, type: "picture" }],
  });
}
