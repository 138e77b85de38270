import { expect, test } from "vitest";
import { memoryLimiter } from "./sign-in-limiter";

function limiter(maxKeys?: number) {
  const clock = { ms: 0 };
  return { clock, ...memoryLimiter({ attempts: 3, windowSeconds: 60, maxKeys, now: () => clock.ms }) };
}

test("the attempt after the last allowed one waits for the window's end, however often it is made", async () => {
  const { clock, consume } = limiter();
  for (let i = 0; i < 3; i += 1) expect(await consume("ann")).toBeNull();
  clock.ms = 20_000;
  expect(await consume("ann")).toEqual({ waitSeconds: 40 });
  expect(await consume("ann")).toEqual({ waitSeconds: 40 });
  expect(await consume("bob")).toBeNull();
  clock.ms = 60_000;
  expect(await consume("ann")).toBeNull();
});

test("attempts that run at the same time are counted before their outcome is known", async () => {
  const { consume } = limiter();
  const answers = await Promise.all(Array.from({ length: 20 }, () => consume("ann")));
  expect(answers.filter((answer) => answer === null)).toHaveLength(3);
});

test("a success forgets the failures before it", async () => {
  const { consume, reset } = limiter();
  for (let i = 0; i < 3; i += 1) await consume("ann");
  await reset("ann");
  expect(await consume("ann")).toBeNull();
});

test("the memory does not grow with the number of addresses tried", async () => {
  const { consume } = limiter(2);
  for (let i = 0; i < 3; i += 1) await consume("ann");
  await consume("bob");
  await consume("cid");
  // Ann was the oldest and made room.
  expect(await consume("ann")).toBeNull();
});
