import { createHash } from "node:crypto";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { reportError } from "../logger";
import { countRequests } from "../tenant-db";

/** Where a caller stands in the present window of a limit. */
export interface Standing {
  isAllowed: boolean;
  limit: number;
  remaining: number;
  /** Until the window ends. */
  resetMs: number;
}

export interface SharedLimitOptions {
  /** Requests in one window. */
  points: number;
  windowSeconds: number;
  /** Adds requests to the count that all processes share; the tests put one of their own here. */
  share?: (key: string, points: number) => Promise<{ consumedPoints: number; msBeforeNext: number }>;
  now?: () => number;
}

interface Window {
  /** As far as is known here: of all processes at the last sharing, and of this one since. */
  count: number;
  /** Counted here and not shared yet. */
  unshared: number;
  endsAtMs: number;
  isSharing: boolean;
  timer: NodeJS.Timeout | null;
}

const SHARE_AFTER_MS = 1000;
/** Shares of the limit after which a process tells the others, without waiting for the second to pass. */
const SHARES_PER_WINDOW = 20;
const MAX_KEYS = 50_000;

/**
 * A limit on requests per key and window, counted in this process's memory and shared through PostgreSQL behind the
 * requests, so that no request waits for it: at a window's start, then each twentieth of the limit or each second. One
 * process is exact; several may together let pass what they counted since they last shared, a twentieth of the limit
 * each. While the database is out of reach each process counts for itself.
 */
export class SharedLimit {
  readonly #windows = new Map<string, Window>();
  readonly #points: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  readonly #share: NonNullable<SharedLimitOptions["share"]>;

  constructor({ points, windowSeconds, share, now = Date.now }: SharedLimitOptions) {
    this.#points = points;
    this.#windowMs = windowSeconds * 1000;
    this.#now = now;
    this.#share = share ?? sharedCounter(points, windowSeconds);
  }

  /** Counts a request, unless the limit is reached already. */
  take(key: string): Standing {
    const standing = this.peek(key);
    const window = this.#windows.get(key);
    if (!standing.isAllowed || !window) return standing;
    const isFirst = window.count === 0;
    window.count += 1;
    window.unshared += 1;
    if (isFirst || window.unshared >= Math.ceil(this.#points / SHARES_PER_WINDOW)) void this.#tellOthers(key, window);
    else this.#tellOthersSoon(key, window);
    return { ...standing, remaining: standing.remaining - 1 };
  }

  /** Where a key stands, without counting. */
  peek(key: string): Standing {
    const { count, endsAtMs } = this.#windowOf(key);
    const remaining = Math.max(this.#points - count, 0);
    return { isAllowed: remaining > 0, limit: this.#points, remaining, resetMs: Math.max(endsAtMs - this.#now(), 0) };
  }

  #windowOf(key: string): Window {
    const known = this.#windows.get(key);
    if (known && known.endsAtMs > this.#now()) return known;
    if (known?.timer) clearTimeout(known.timer);
    this.#windows.delete(key);
    const oldest = this.#windows.size >= MAX_KEYS ? this.#windows.keys().next().value : undefined;
    if (oldest !== undefined) this.#windows.delete(oldest);
    const window: Window = {
      count: 0,
      unshared: 0,
      endsAtMs: this.#now() + this.#windowMs,
      isSharing: false,
      timer: null,
    };
    this.#windows.set(key, window);
    return window;
  }

  #tellOthersSoon(key: string, window: Window): void {
    window.timer ??= setTimeout(() => {
      window.timer = null;
      void this.#tellOthers(key, window);
    }, SHARE_AFTER_MS).unref();
  }

  async #tellOthers(key: string, window: Window): Promise<void> {
    // What was counted in a window that is over must not begin the next one.
    if (window.isSharing || window.unshared === 0 || window.endsAtMs <= this.#now()) return;
    const points = window.unshared;
    window.isSharing = true;
    window.unshared = 0;
    try {
      const { consumedPoints, msBeforeNext } = await this.#share(key, points);
      window.count = consumedPoints + window.unshared;
      window.endsAtMs = this.#now() + msBeforeNext;
    } catch (error) {
      window.unshared += points;
      reportOutage(error);
    } finally {
      window.isSharing = false;
      if (window.unshared > 0) this.#tellOthersSoon(key, window);
    }
  }
}

let reportedAtMs = Number.NEGATIVE_INFINITY;

/** Once a minute: an outage fails every sharing. */
function reportOutage(error: unknown): void {
  if (performance.now() - reportedAtMs < 60_000) return;
  reportedAtMs = performance.now();
  reportError(error, { component: "rate limits" });
}

/** The library's counter in PostgreSQL. The web server's login may not touch its table: a function does it instead. */
function sharedCounter(points: number, duration: number): NonNullable<SharedLimitOptions["share"]> {
  const limiter = new RateLimiterPostgres({
    storeClient: { query: countingQuery },
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: "",
    points,
    duration,
  });
  return (key, more) => limiter.penalty(createHash("sha256").update(key).digest("base64url"), more);
}

interface LimiterQuery {
  name: string;
  values: [key: string, points: number, windowEndMs: number, nowMs: number];
}

async function countingQuery({ name, values }: LimiterQuery) {
  if (!name.endsWith("rlflx-upsert")) throw new Error(`The rate limiter wants ${name}, which is not offered`);
  return { rows: await countRequests(...values) };
}
