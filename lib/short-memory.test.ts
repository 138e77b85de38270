import { expect, test } from "vitest";
import { ShortMemory } from "./short-memory";

test("what was noted is remembered for its time, however often it is asked for", () => {
  let now = 1000;
  const memory = new ShortMemory<string>({ maxAgeMs: 30_000, maxEntries: 10 }, () => now);
  memory.note("a", "first");
  now += 29_999;
  expect(memory.recall("a")).toBe("first");
  now += 1;
  expect(memory.recall("a")).toBeNull();
  memory.note("a", "second");
  expect(memory.recall("a")).toBe("second");
});

test("what was noted last is remembered, and no more than fits", () => {
  const memory = new ShortMemory<number>({ maxAgeMs: 1000, maxEntries: 3 }, () => 0);
  for (const key of [0, 1, 2]) memory.note(String(key), key);
  memory.note("0", 0);
  memory.note("3", 3);
  expect(["0", "1", "2", "3"].map((key) => memory.recall(key))).toEqual([0, null, 2, 3]);
});
