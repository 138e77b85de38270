/** How long something is remembered, and how many things at most: those noted last. */
export interface MemoryLimits {
  maxAgeMs: number;
  maxEntries: number;
}

/** Remembers a few things for a moment, in this process. */
export class ShortMemory<T> {
  readonly #entries = new Map<string, { value: T; notedAtMs: number }>();

  /** @param now a clock in milliseconds, for tests */
  constructor(
    readonly limits: MemoryLimits,
    readonly now: () => number = () => performance.now(),
  ) {}

  note(key: string, value: T): void {
    // A Map keeps the order of insertion: its first entry is the oldest.
    this.#entries.delete(key);
    this.#entries.set(key, { value, notedAtMs: this.now() });
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size > this.limits.maxEntries) this.#entries.delete(oldest);
  }

  /** What was noted under the key, or null; asking for it does not make it last longer. */
  recall(key: string): T | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    if (this.now() - entry.notedAtMs < this.limits.maxAgeMs) return entry.value;
    this.#entries.delete(key);
    return null;
  }
}
