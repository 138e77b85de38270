import { createHash } from "node:crypto";

/** Gives each line of a file its key, in the order of the file. */
export type LineKeys = (fields: readonly string[]) => Uint8Array<ArrayBuffer>;

/**
 * Keys that know a line again: SHA-256 of its columns and values, and of how many equal lines came before it, since two
 * equal lines are two records. Quoting, line ends, compression and the order of columns make no difference.
 */
export function lineKeys(header: readonly string[]): LineKeys {
  const order = header.map((name, index) => ({ name, index })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const columns = JSON.stringify(order.map(({ name }) => name));
  const seen = new SeenLines();
  return (fields) => {
    const line = createHash("sha256")
      .update(columns)
      .update(JSON.stringify(order.map(({ index }) => fields[index] ?? "")))
      .digest();
    const before = seen.countAndAdd(line.readUInt32LE(0), line.readUInt32LE(4));
    return new Uint8Array(createHash("sha256").update(line).update(String(before)).digest());
  };
}

const FIRST_CAPACITY = 1 << 12;

/**
 * How often each 64-bit fingerprint has come, in 12 bytes per slot: a million lines need some 25 MB, where a Map of
 * strings would need four times that. Two lines that share a fingerprint only share a counter, so their keys stay
 * different and stay the same in each run.
 */
class SeenLines {
  #low = new Uint32Array(FIRST_CAPACITY);
  #high = new Uint32Array(FIRST_CAPACITY);
  #counts = new Uint32Array(FIRST_CAPACITY);
  #size = 0;

  countAndAdd(low: number, high: number): number {
    if (this.#size * 2 >= this.#counts.length) this.#grow();
    const slot = this.#slotOf(low, high);
    const before = this.#counts[slot] ?? 0;
    if (before === 0) {
      this.#low[slot] = low;
      this.#high[slot] = high;
      this.#size += 1;
    }
    this.#counts[slot] = before + 1;
    return before;
  }

  #slotOf(low: number, high: number): number {
    const mask = this.#counts.length - 1;
    let slot = low & mask;
    while (this.#counts[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [low, high, counts] = [this.#low, this.#high, this.#counts];
    const capacity = counts.length * 2;
    this.#low = new Uint32Array(capacity);
    this.#high = new Uint32Array(capacity);
    this.#counts = new Uint32Array(capacity);
    for (const [i, count] of counts.entries()) {
      if (count === 0) continue;
      const slot = this.#slotOf(low[i] ?? 0, high[i] ?? 0);
      this.#low[slot] = low[i] ?? 0;
      this.#high[slot] = high[i] ?? 0;
      this.#counts[slot] = count;
    }
  }
}
