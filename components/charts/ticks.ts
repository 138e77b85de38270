/**
 * Round values for the lines of a scale that holds `max`, from 0 up: three to six of them, in steps of 1, 2 or 5 times a
 * power of ten. Whole numbers only.
 */
export function roundTicks(max: number): number[] {
  const rough = Math.max(max, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 1);
  const count = Math.ceil(Math.max(max, 1) / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** A line of a scale that goes both ways; a text would lie on that of another line where there is no room for it. */
interface TickBothWays {
  value: number;
  hasRoom: boolean;
}

/** The same with what hangs down below nothing, which has steps of its own, smaller or alike. */
export function roundTicksBothWays(highest: number, lowest: number): TickBothWays[] {
  const above = roundTicks(highest);
  const step = above[1] ?? 1;
  const small = [step / 10, step / 5, step / 2].find((part) => lowest <= part) ?? step;
  const count = lowest > 0 ? Math.ceil(lowest / small) : 0;
  const below = Array.from({ length: count }, (_, index) => -(index + 1) * small).reverse();
  return [...below, ...above].map((value) => ({ value, hasRoom: value >= 0 || value * 2 <= -step }));
}
