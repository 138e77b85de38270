import type { RequestOrigin } from "../actor";
import { hashApiKey } from "../api-key-secret";
import { AppError } from "../errors";
import { identity } from "../tenant-db";
import { memoryLimiter } from "./sign-in-limiter";

const limiter = memoryLimiter({ attempts: 20, windowSeconds: 15 * 60 });

const THANKS = "Thank you. If this is a living key, it works no more and its owners are told.";

/**
 * Takes the report of somebody who found an access key where it should not be: a living key is revoked and its tenant
 * told. The answer and the way to it are the same for a key that is unknown, dead or no key at all.
 * @throws AppError `rate_limited` after twenty reports from one address within 15 minutes
 */
export async function reportLeakedKey(origin: RequestOrigin, input: { key: string }): Promise<{ detail: string }> {
  const limited = await limiter.consume(origin.ipAddress ?? "");
  if (limited) throw new AppError("rate_limited", undefined, { retryAfterSeconds: limited.waitSeconds });
  await identity.reportLeakedKey(hashApiKey(input.key.trim()), origin);
  return { detail: THANKS };
}
