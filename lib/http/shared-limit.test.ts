import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { setErrorReporter } from "../logger";
import { SharedLimit } from "./shared-limit";

/** What PostgreSQL does for all processes: one count per key and window. */
function sharedTable(windowMs: number, clock: { now: number }) {
  const rows = new Map<string, { points: number; endsAtMs: number }>();
  return async (key: string, points: number) => {
    const known = rows.get(key);
    const row = known && known.endsAtMs > clock.now ? known : { points: 0, endsAtMs: clock.now + windowMs };
    row.points += points;
    rows.set(key, row);
    return { consumedPoints: row.points, msBeforeNext: row.endsAtMs - clock.now };
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("one process lets pass exactly its limit in a window, whatever the moments", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 200 }),
      async (points, pauses) => {
        const clock = { now: 1_000_000 };
        const now = () => clock.now;
        const limit = new SharedLimit({ points, windowSeconds: 10, now, share: sharedTable(10_000, clock) });
        const allowed: number[] = [];
        for (const pause of pauses) {
          clock.now += pause;
          const standing = limit.take("a");
          if (standing.isAllowed) allowed.push(clock.now);
          else expect(standing.remaining).toBe(0);
          await settled();
        }
        // Windows begin with their first request, so each request belongs to the window of one before it.
        let start = Number.NEGATIVE_INFINITY;
        let count = 0;
        for (const at of allowed) {
          if (at >= start + 10_000) [start, count] = [at, 0];
          count += 1;
          expect(count).toBeLessThanOrEqual(points);
        }
        expect(allowed[0]).toBe(1_000_000 + (pauses[0] ?? 0));
      },
    ),
    { numRuns: 50 },
  );
});

test("several processes together pass the limit by a twentieth each at most, and know of each other", async () => {
  const clock = { now: 1_000_000 };
  const share = sharedTable(60_000, clock);
  const processes = Array.from(
    { length: 4 },
    () => new SharedLimit({ points: 200, windowSeconds: 60, now: () => clock.now, share }),
  );
  let allowed = 0;
  for (let n = 0; n < 1000; n += 1) {
    if (processes[n % 4]?.take("a").isAllowed) allowed += 1;
    await settled();
  }
  expect(allowed).toBeGreaterThanOrEqual(200);
  expect(allowed).toBeLessThanOrEqual(240);
  for (const one of processes) expect(one.peek("a").isAllowed).toBe(false);
  expect(processes[0]?.peek("b").isAllowed).toBe(true);
  clock.now += 60_000;
  expect(processes[0]?.take("a")).toMatchObject({ isAllowed: true, remaining: 199 });
});

test("while the shared count is out of reach each process counts for itself", async () => {
  const reported = vi.fn();
  setErrorReporter(reported);
  const share = async () => {
    throw new Error("out of reach");
  };
  const limit = new SharedLimit({ points: 3, windowSeconds: 60, share });
  const taken = [];
  for (let n = 0; n < 5; n += 1) {
    taken.push(limit.take("a").isAllowed);
    await settled();
  }
  setErrorReporter(null);
  expect(taken).toEqual([true, true, true, false, false]);
  expect(reported).toHaveBeenCalledOnce();
});
