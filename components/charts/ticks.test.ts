import { expect, test } from "vitest";
import { roundTicks, roundTicksBothWays } from "./ticks";

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

test("what hangs down has steps of its own, and no text where it would lie on another", () => {
  const values = (highest: number, lowest: number) => roundTicksBothWays(highest, lowest).map(({ value }) => value);
  expect(values(300, 0)).toEqual([0, 100, 200, 300]);
  expect(values(300, 8)).toEqual([-10, 0, 100, 200, 300]);
  expect(values(300, 45)).toEqual([-50, 0, 100, 200, 300]);
  expect(values(300, 60)).toEqual([-100, 0, 100, 200, 300]);
  expect(values(300, 160)).toEqual([-200, -100, 0, 100, 200, 300]);
  const rooms = (lowest: number) => roundTicksBothWays(300, lowest).map(({ hasRoom }) => hasRoom);
  expect(rooms(8)).toEqual([false, true, true, true, true]);
  expect(rooms(45)).toEqual([true, true, true, true, true]);
});
