import { expect, test } from "vitest";
import { delayAfter, MAX_TRIES, readRetryAfter } from "./retries";

const HOUR = 3_600_000;

test("waits grow, and their sum is about three days", () => {
  const delays = Array.from({ length: MAX_TRIES - 1 }, (_, index) => delayAfter(index + 1, 0.5, null) ?? 0);
  expect(delays).toEqual([...delays].sort((a, b) => a - b));
  expect(delays[0]).toBe(5000);
  const sum = delays.reduce((total, delay) => total + delay, 0);
  expect(sum).toBeGreaterThanOrEqual(72 * HOUR);
  expect(sum).toBeLessThan(80 * HOUR);
  // Also with the shortest waits, so that the last failure comes after the time that switches an endpoint off.
  expect(delays.reduce((total, _, index) => total + (delayAfter(index + 1, 0, null) ?? 0), 0)).toBeGreaterThan(
    67 * HOUR,
  );
  expect(delayAfter(MAX_TRIES, 0.5, null)).toBeNull();
});

test("waits differ by chance, a tenth up or down", () => {
  expect(delayAfter(2, 0, null)).toBe(270_000);
  expect(delayAfter(2, 1, null)).toBe(330_000);
});

test("a receiver may ask for a longer wait, not for a shorter one and not for more than a day", () => {
  expect(delayAfter(1, 0.5, 60_000)).toBe(60_000);
  expect(delayAfter(3, 0.5, 1000)).toBe(1_800_000);
  expect(delayAfter(1, 0.5, 999 * HOUR)).toBe(24 * HOUR);
});

test("Retry-After is read as seconds or as a date", () => {
  const now = Date.parse("2026-11-21T12:00:00Z");
  expect(readRetryAfter("120", now)).toBe(120_000);
  expect(readRetryAfter("Sat, 21 Nov 2026 12:01:00 GMT", now)).toBe(60_000);
  expect(readRetryAfter("Sat, 21 Nov 2026 11:00:00 GMT", now)).toBe(0);
  expect(readRetryAfter("soon", now)).toBeNull();
  expect(readRetryAfter(undefined, now)).toBeNull();
});
