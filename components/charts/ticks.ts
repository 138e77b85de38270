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
