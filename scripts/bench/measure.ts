/** One way of doing the thing that is measured. */
export interface Variant {
  name: string;
  run: () => Promise<unknown>;
  /** Called before each round of this variant, outside the clock. */
  before?: () => Promise<unknown>;
}

export interface MeasureOptions {
  rounds?: number;
  /** Time of one round of one variant. */
  roundMs?: number;
  /** Calls under way at once. */
  clients?: number;
}

/** Median calls per second of each variant, by name. Rounds alternate, so that noise falls on all alike. */
export async function measure(
  variants: readonly Variant[],
  options: MeasureOptions = {},
): Promise<Map<string, number>> {
  const { rounds = 5, roundMs = 700, clients = 8 } = options;
  const rates = new Map<string, number[]>(variants.map(({ name }) => [name, []]));
  for (const variant of variants) await round(variant, roundMs / 2, clients);
  for (let i = 0; i < rounds; i += 1) {
    // Turned round every other time: nobody always comes after the same neighbour.
    for (const variant of i % 2 ? variants.toReversed() : variants)
      rates.get(variant.name)?.push(await round(variant, roundMs, clients));
  }
  return new Map([...rates].map(([name, values]) => [name, median(values)]));
}

async function round({ run, before }: Variant, roundMs: number, clients: number): Promise<number> {
  await before?.();
  let calls = 0;
  const startedAt = performance.now();
  const client = async () => {
    while (performance.now() - startedAt < roundMs) {
      await run();
      calls += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (calls * 1000) / (performance.now() - startedAt);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Prints one line of the report: the figure, its bar, and whether it is met. */
export function report(what: string, ratio: number, bar: { atLeast?: number; atMost?: number }): void {
  const met = (bar.atLeast === undefined || ratio >= bar.atLeast) && (bar.atMost === undefined || ratio <= bar.atMost);
  const wanted = [
    ...(bar.atLeast === undefined ? [] : [`≥ ${bar.atLeast}`]),
    ...(bar.atMost === undefined ? [] : [`≤ ${bar.atMost}`]),
  ].join(", ");
  console.log(
    `  ${met ? "✓" : "✗"} ${what.padEnd(66)} ${ratio.toFixed(2).padStart(7)}   ${wanted && `bar ${wanted}`}`.trimEnd(),
  );
}

/** How often `slow` fits into `fast`'s time: 2 means half as fast. */
export function slowdown(rates: Map<string, number>, slow: string, fast: string): number {
  return rate(rates, fast) / rate(rates, slow);
}

/** Speed of one variant as a part of another's. */
export function share(rates: Map<string, number>, of: string, to: string): number {
  return rate(rates, of) / rate(rates, to);
}

function rate(rates: Map<string, number>, name: string): number {
  const value = rates.get(name);
  if (!value) throw new Error(`${name} was not measured`);
  return value;
}
