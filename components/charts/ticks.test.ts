import { expect, test } from "vitest";
import { roundTicks } from "./ticks";

test("a scale has round lines, and room for its largest value", () => {
  expect(roundTicks(0)).toEqual([0, 1]);
  expect(roundTicks(3)).toEqual([0, 1, 2, 3]);
  expect(roundTicks(10)).toEqual([0, 5, 10]);
  expect(roundTicks(1_234_567)).toEqual([0, 500_000, 1_000_000, 1_500_000]);
  for (let max = 1; max < 1e12; max = Math.ceil(max * 1.7)) {
    const ticks = roundTicks(max);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
    expect(ticks.length).toBeLessThanOrEqual(6);
  }
});
