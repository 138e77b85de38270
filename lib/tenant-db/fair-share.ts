import { AppError } from "../errors";

interface Queue {
  inUse: number;
  waiting: { admit: () => void; timer: NodeJS.Timeout }[];
}

/** How much the tenants use of a pool at one moment. */
export interface FairShareState {
  /** Tenants with a statement at work. */
  tenants: number;
  /** Statements that wait for a place of their tenant. */
  waiting: number;
}

export interface FairShareOptions {
  /** Connections that one tenant may use at the same time. */
  perTenant: number;
  /** Statements of one tenant that may wait for a connection; further ones are refused at once. */
  maxWaiting?: number;
  maxWaitMs?: number;
}

/** How long a statement waits for a place of its tenant. */
export const MAX_WAIT_MS = 3000;

const RETRY_AFTER_SECONDS = 1;

/**
 * Keeps one tenant from using all connections of the pool: it gets a share of them, and what goes beyond waits in the
 * tenant's own queue, where it stands in nobody else's way.
 */
export class FairShare {
  readonly #queues = new Map<string, Queue>();
  readonly #perTenant: number;
  readonly #maxWaiting: number;
  readonly #maxWaitMs: number;

  constructor({ perTenant, maxWaiting = 200, maxWaitMs = MAX_WAIT_MS }: FairShareOptions) {
    this.#perTenant = perTenant;
    this.#maxWaiting = maxWaiting;
    this.#maxWaitMs = maxWaitMs;
  }

  /**
   * Takes a place, which `leave` gives back. Null: it was free, nothing is to be awaited.
   * @throws AppError `rate_limited` (also by the promise) when too many wait, or after too long a wait
   */
  enter(tenantId: string): Promise<void> | null {
    const queue = this.#queues.get(tenantId);
    if (!queue) {
      this.#queues.set(tenantId, { inUse: 1, waiting: [] });
      return null;
    }
    if (queue.inUse < this.#perTenant) {
      queue.inUse += 1;
      return null;
    }
    if (queue.waiting.length >= this.#maxWaiting) throw tooMany();
    return new Promise((resolve, reject) => {
      const place = {
        admit: resolve,
        timer: setTimeout(() => {
          queue.waiting.splice(queue.waiting.indexOf(place), 1);
          reject(tooMany());
        }, this.#maxWaitMs),
      };
      queue.waiting.push(place);
    });
  }

  state(): FairShareState {
    const queues = [...this.#queues.values()];
    return { tenants: queues.length, waiting: queues.reduce((sum, { waiting }) => sum + waiting.length, 0) };
  }

  leave(tenantId: string): void {
    const queue = this.#queues.get(tenantId);
    if (!queue) throw new Error("A place is given back that nobody took");
    const next = queue.waiting.shift();
    if (next) {
      // The place goes over to whoever waited longest.
      clearTimeout(next.timer);
      next.admit();
      return;
    }
    queue.inUse -= 1;
    if (queue.inUse === 0) this.#queues.delete(tenantId);
  }
}

/** How many of a pool's connections one tenant may use: six tenths, so that there is always room for others. */
export function shareOf(poolMax: number): number {
  return Math.max(1, Math.floor(poolMax * 0.6));
}

function tooMany(): AppError {
  return new AppError("rate_limited", "Too many requests of this tenant at the same time", {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  });
}
