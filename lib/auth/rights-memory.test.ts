import { expect, test } from "vitest";
import { RightsMemory } from "./rights-memory";

test("rights are remembered for half a minute after they were noted, however often they are asked for", () => {
  let now = 1000;
  const memory = new RightsMemory<string>(() => now);
  memory.note("a", "first");
  now += 29_999;
  expect(memory.recall("a")).toBe("first");
  now += 1;
  expect(memory.recall("a")).toBeNull();
  memory.note("a", "second");
  expect(memory.recall("a")).toBe("second");
});

test("the latest 5,000 tokens are remembered, and no more", () => {
  const memory = new RightsMemory<number>(() => 0);
  for (let i = 0; i < 5000; i += 1) memory.note(String(i), i);
  memory.note("0", 0);
  memory.note("one more", -1);
  expect([memory.recall("0"), memory.recall("1"), memory.recall("2"), memory.recall("one more")]).toEqual([
    0,
    null,
    2,
    -1,
  ]);
});
