/** Rights that stay in memory are those of the last requests: so many tokens, for so long. */
const MAX_ENTRIES = 5000;
const MAX_AGE_MS = 30_000;

/**
 * Remembers for up to 30 seconds what a token may do. What is remembered is never a decision: the database confirms it in
 * the round trip of the first statement, or it counts for nothing. Holds the latest 5,000 tokens.
 */
export class RightsMemory<T> {
  readonly #entries = new Map<string, { rights: T; notedAtMs: number }>();

  /** @param now a clock in milliseconds, for tests */
  constructor(readonly now: () => number = () => performance.now()) {}

  /** @param key names the token, without being one */
  note(key: string, rights: T): void {
    // A Map keeps the order of insertion: its first entry is the oldest.
    this.#entries.delete(key);
    this.#entries.set(key, { rights, notedAtMs: this.now() });
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size > MAX_ENTRIES) this.#entries.delete(oldest);
  }

  recall(key: string): T | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    if (this.now() - entry.notedAtMs < MAX_AGE_MS) return entry.rights;
    this.#entries.delete(key);
    return null;
  }
}
