import type { Actor } from "../actor";
import { env } from "../env";
import { AppError } from "../errors";
import { SharedLimit, type Standing } from "./shared-limit";

const WINDOW_SECONDS = 60;

type LimitName = "key" | "tenant" | "address";

const SENTENCES: Readonly<Record<LimitName, (limit: number) => string>> = {
  key: (limit) => `Too many requests: this token may send ${limit} a minute`,
  tenant: (limit) => `Too many requests: all tokens of this tenant together may send ${limit} a minute`,
  address: (limit) => `Too many requests: an address may send ${limit} a minute without a valid token`,
};

// Each route file is bundled for itself; the counts must be one.
const holder = globalThis as typeof globalThis & { bulkheadLimits?: Map<string, SharedLimit> };

/** The limit as the settings have it; null where it is switched off. */
function limitOf(name: LimitName): SharedLimit | null {
  const points = env().rateLimits[name];
  if (points === 0) return null;
  holder.bulkheadLimits ??= new Map();
  const id = `${name} ${points}`;
  let limit = holder.bulkheadLimits.get(id);
  if (!limit) {
    limit = new SharedLimit({ points, windowSeconds: WINDOW_SECONDS });
    holder.bulkheadLimits.set(id, limit);
  }
  return limit;
}

/**
 * Counts a request of a known sender: once for its key (or person), once for its tenant.
 * @param headers gets the standing, for the answer, whatever that will be
 * @throws AppError `rate_limited` with the seconds to wait
 */
export function countRequest(actor: Actor, headers: Record<string, string>): void {
  const standings = new Map<LimitName, Standing>();
  const ask = (name: LimitName, key: string) => {
    const limit = limitOf(name);
    if (limit) standings.set(name, limit.take(`${name} ${key}`));
    return standings.get(name)?.isAllowed ?? true;
  };
  // A key beyond its own limit takes nothing from its tenant.
  const isAllowed = ask("key", principalOf(actor)) && (!("tenantId" in actor) || ask("tenant", actor.tenantId));
  Object.assign(headers, headersOf(standings));
  if (!isAllowed) throw tooMany(standings);
}

/**
 * Counts a request that came without a valid token, or needs none. An address that is not known is not limited.
 * @throws AppError `rate_limited` with the seconds to wait
 */
export function countAnonymous(ipAddress: string | null, headers: Record<string, string>): void {
  const standing = ipAddress === null ? undefined : limitOf("address")?.take(`address ${ipAddress}`);
  if (!standing) return;
  const standings = new Map([["address", standing] as const]);
  Object.assign(headers, headersOf(standings));
  if (!standing.isAllowed) throw tooMany(standings);
}

function principalOf(actor: Actor): string {
  if (actor.kind === "apiKey") return actor.apiKeyId;
  if (actor.kind === "system") return `job ${actor.tenantId}`;
  return actor.kind === "member" ? `${actor.tenantId} ${actor.userId}` : actor.userId;
}

function tooMany(standings: ReadonlyMap<LimitName, Standing>): AppError {
  const reached = [...standings].find(([, { isAllowed }]) => !isAllowed);
  if (!reached) throw new Error("No limit is reached");
  const [name, { limit, resetMs }] = reached;
  return new AppError("rate_limited", SENTENCES[name](limit), { retryAfterSeconds: resetMs / 1000 });
}

/** The fields of the IETF's draft, with every policy, and the older ones, with the policy that leaves least. */
function headersOf(standings: ReadonlyMap<LimitName, Standing>): Record<string, string> {
  const all = [...standings];
  const [tightest] = all.map(([, standing]) => standing).toSorted((a, b) => a.remaining - b.remaining);
  if (!tightest) return {};
  const seconds = (ms: number) => Math.ceil(ms / 1000);
  return {
    "ratelimit-policy": all.map(([name, { limit }]) => `"${name}";q=${limit};w=${WINDOW_SECONDS}`).join(", "),
    ratelimit: all.map(([name, { remaining, resetMs }]) => `"${name}";r=${remaining};t=${seconds(resetMs)}`).join(", "),
    "x-ratelimit-limit": String(tightest.limit),
    "x-ratelimit-remaining": String(tightest.remaining),
    "x-ratelimit-reset": String(seconds(Date.now() + tightest.resetMs)),
  };
}
