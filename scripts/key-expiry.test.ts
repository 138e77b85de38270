import { expect, test } from "vitest";
import { parseExpiry } from "./key-expiry";

const NOW = new Date("2026-01-31T09:30:00.000Z");

test.each([
  ["90d", "2026-05-01T09:30:00.000Z"],
  ["12h", "2026-01-31T21:30:00.000Z"],
  ["2027-01-31", "2027-01-31T00:00:00.000Z"],
  ["2027-01-31T09:30:00+01:00", "2027-01-31T08:30:00.000Z"],
])("%s ends at %s", (text, expected) => {
  expect(parseExpiry(text, NOW)).toBe(expected);
});

test.each(["", "0d", "90", "d", "-1d", "1.5d", "999999d", "2027-02-30", "2027-01-31T09:30:00", "tomorrow"])(
  "%j is refused",
  (text) => {
    expect(() => parseExpiry(text, NOW)).toThrow("--expires must be like 90d");
  },
);
