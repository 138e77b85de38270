import type { RequestOrigin } from "../actor";
import { hashApiKey } from "../api-key-secret";
import { identity } from "../tenant-db";
import { countKeyReport } from "./guess-limits";

const THANKS = "Thank you. If this is a living key, it works no more and its owners are told.";

/**
 * Takes the report of somebody who found an access key where it should not be: a living key is revoked and its tenant
 * told. The answer and the way to it are the same for a key that is unknown, dead or no key at all.
 * @throws AppError `rate_limited` after twenty reports from one address within 15 minutes
 */
export async function reportLeakedKey(origin: RequestOrigin, input: { key: string }): Promise<{ detail: string }> {
  await countKeyReport(origin.ipAddress);
  await identity.reportLeakedKey(hashApiKey(input.key.trim()), origin);
  return { detail: THANKS };
}
