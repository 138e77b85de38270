/** Counts failed sign-ins. The same shape can be kept in PostgreSQL, for several processes. */
export interface SignInLimiter {
  /** Counts an attempt before its outcome is known; answers the seconds to wait if there were too many. */
  consume(key: string): Promise<{ waitSeconds: number } | null>;
  /** Forgets a key's attempts after a success. */
  reset(key: string): Promise<void>;
}

interface LimiterOptions {
  attempts: number;
  windowSeconds: number;
  /** Keys that are remembered at most; the oldest is forgotten first. */
  maxKeys?: number;
  now?: () => number;
}

/** A limiter in this process's memory: `attempts` per key in each window, which begins with the key's first attempt. */
export function memoryLimiter(options: LimiterOptions): SignInLimiter {
  const { attempts, windowSeconds, maxKeys = 10_000, now = Date.now } = options;
  const windows = new Map<string, { startedAtMs: number; count: number }>();
  return {
    async consume(key) {
      const nowMs = now();
      const known = windows.get(key);
      const isOpen = known !== undefined && nowMs - known.startedAtMs < windowSeconds * 1000;
      const window = isOpen ? known : { startedAtMs: nowMs, count: 0 };
      if (!isOpen) {
        windows.delete(key);
        const oldest = windows.size >= maxKeys ? windows.keys().next().value : undefined;
        if (oldest !== undefined) windows.delete(oldest);
        windows.set(key, window);
      }
      if (window.count >= attempts)
        return { waitSeconds: Math.ceil(windowSeconds - (nowMs - window.startedAtMs) / 1000) };
      window.count += 1;
      return null;
    },
    async reset(key) {
      windows.delete(key);
    },
  };
}
