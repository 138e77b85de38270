import { databaseCpuMs, treeCpuMs } from "./cpu";

/** One way of doing the thing that is measured. */
export interface Variant {
  name: string;
  run: () => Promise<unknown>;
  /** Called before each round of this variant, outside the clock. */
  before?: () => Promise<unknown>;
  /** Process that does the work, where it is not this one. */
  server?: number;
}

export interface MeasureOptions {
  rounds?: number;
  /** Time of one round of one variant. */
  roundMs?: number;
  /** Calls under way at once. */
  clients?: number;
  /** How long each variant runs before it counts; a server's code is made fast by its first thousands of calls. */
  warmUpMs?: number;
}

/** Calls per second by variant, and what a call takes of the processors: the database's and the server's or our own share. */
export class Rates extends Map<string, number> {
  /** Empty where the system does not tell. */
  readonly cpuMs = new Map<string, number>();
}

interface Round {
  rate: number;
  cpuMs: number | null;
}

/** Medians of each variant, by name. Rounds alternate, so that noise falls on all alike. */
export async function measure(variants: readonly Variant[], options: MeasureOptions = {}): Promise<Rates> {
  const { rounds = 5, roundMs = 700, clients = 8, warmUpMs = roundMs / 2 } = options;
  const results = new Map<string, Round[]>(variants.map(({ name }) => [name, []]));
  for (const variant of variants) await round(variant, warmUpMs, clients);
  for (let i = 0; i < rounds; i += 1) {
    // Turned round every other time: nobody always comes after the same neighbour.
    for (const variant of i % 2 ? variants.toReversed() : variants)
      results.get(variant.name)?.push(await round(variant, roundMs, clients));
  }
  const rates = new Rates();
  for (const [name, all] of results) {
    rates.set(name, median(all.map(({ rate }) => rate)));
    const cpuMs = all.flatMap((result) => result.cpuMs ?? []);
    if (cpuMs.length > 0) rates.cpuMs.set(name, median(cpuMs));
  }
  return rates;
}

async function round({ run, before, server }: Variant, roundMs: number, clients: number): Promise<Round> {
  await before?.();
  let calls = 0;
  const cpuAtStart = cpuMs(server);
  const startedAt = performance.now();
  const client = async () => {
    while (performance.now() - startedAt < roundMs) {
      await run();
      calls += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const rate = (calls * 1000) / (performance.now() - startedAt);
  const cpuAtEnd = cpuMs(server);
  return { rate, cpuMs: cpuAtStart === null || cpuAtEnd === null ? null : (cpuAtEnd - cpuAtStart) / calls };
}

function cpuMs(server: number | undefined): number | null {
  const database = databaseCpuMs();
  if (database === null) return null;
  const { user, system } = process.cpuUsage();
  return database + (server === undefined ? (user + system) / 1000 : treeCpuMs(server));
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * Prints one line of the report: the figure, its bar, and whether it is met. `cpuRatio` is the same by time on the
 * processors, which a neighbour on the machine disturbs less.
 */
export function report(
  what: string,
  ratio: number,
  bar: { atLeast?: number; atMost?: number },
  cpuRatio: number | null = null,
): void {
  const met = (bar.atLeast === undefined || ratio >= bar.atLeast) && (bar.atMost === undefined || ratio <= bar.atMost);
  const wanted = [
    ...(bar.atLeast === undefined ? [] : [`≥ ${bar.atLeast}`]),
    ...(bar.atMost === undefined ? [] : [`≤ ${bar.atMost}`]),
  ].join(", ");
  console.log(
    `  ${met ? "✓" : "✗"} ${what.padEnd(66)} ${ratio.toFixed(2).padStart(7)}   ${(wanted && `bar ${wanted}`).padEnd(12)}${cpuRatio === null ? "" : ` by CPU ${cpuRatio.toFixed(2)}`}`.trimEnd(),
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

/** The same share by time on the processors; null where the system does not tell. */
export function cpuShare({ cpuMs }: Rates, of: string, to: string): number | null {
  const [own, other] = [cpuMs.get(of), cpuMs.get(to)];
  return own && other ? other / own : null;
}

/** How many times the processors' time of `fast` a call of `slow` takes; null where the system does not tell. */
export function cpuSlowdown({ cpuMs }: Rates, slow: string, fast: string): number | null {
  const [own, other] = [cpuMs.get(slow), cpuMs.get(fast)];
  return own && other ? own / other : null;
}

function rate(rates: Map<string, number>, name: string): number {
  const value = rates.get(name);
  if (!value) throw new Error(`${name} was not measured`);
  return value;
}
