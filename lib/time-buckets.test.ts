import { expect, test } from "vitest";
import { bucketsOf, type Interval } from "./time-buckets";

const starts = (from: string, to: string, interval: Interval, timeZone: string) =>
  bucketsOf({ from, to }, interval, timeZone)?.map((bucket) => bucket.from);

test("parts follow each other from the first moment to the last", () => {
  const range = { from: "2026-03-05T10:00:00.000Z", to: "2026-05-20T12:00:00.000Z" };
  for (const interval of ["day", "week", "month"] as const) {
    const buckets = bucketsOf(range, interval, "Europe/Berlin") ?? [];
    expect(buckets[0]?.from).toBe(range.from);
    expect(buckets.at(-1)?.to).toBe(range.to);
    expect(buckets.slice(1).map(({ from }) => from)).toEqual(buckets.slice(0, -1).map(({ to }) => to));
  }
});

test("weeks begin on Mondays and months on their first, by the clock of the zone", () => {
  expect(starts("2026-03-22T23:00:00.000Z", "2026-04-08T00:00:00.000Z", "week", "Europe/Berlin")).toEqual([
    "2026-03-22T23:00:00.000Z",
    // The clocks went forward on the Sunday between.
    "2026-03-29T22:00:00.000Z",
    "2026-04-05T22:00:00.000Z",
  ]);
  expect(starts("2026-01-31T00:00:00.000Z", "2026-04-02T00:00:00.000Z", "month", "UTC")).toEqual([
    "2026-01-31T00:00:00.000Z",
    "2026-02-01T00:00:00.000Z",
    "2026-03-01T00:00:00.000Z",
    "2026-04-01T00:00:00.000Z",
  ]);
});

test("hours are full ones of the zone's clock, half hours from UTC and when it is set", () => {
  // Lord Howe sets its clock back by half an hour on 5 April 2026, at 15:00 in UTC.
  expect(starts("2026-04-04T13:10:00.000Z", "2026-04-04T17:00:00.000Z", "hour", "Australia/Lord_Howe")).toEqual([
    "2026-04-04T13:10:00.000Z",
    "2026-04-04T14:00:00.000Z",
    "2026-04-04T15:00:00.000Z",
    "2026-04-04T15:30:00.000Z",
    "2026-04-04T16:30:00.000Z",
  ]);
});

test("a day that a zone leaves out is in no part, and no part is empty", () => {
  // Samoa crossed the date line: no 30 December 2011.
  expect(starts("2011-12-29T10:00:00.000Z", "2012-01-01T09:00:00.000Z", "day", "Pacific/Apia")).toEqual([
    "2011-12-29T10:00:00.000Z",
    "2011-12-30T10:00:00.000Z",
    "2011-12-31T10:00:00.000Z",
  ]);
});

test("clocks that went by the sun are no trouble", () => {
  // 16 minutes and 8 seconds behind UTC.
  expect(starts("1901-01-01T00:00:00.000Z", "1901-01-20T00:00:00.000Z", "week", "Africa/Abidjan")).toHaveLength(4);
});

test("too many parts are none", () => {
  expect(starts("2026-01-01T00:00:00.000Z", "2027-06-01T00:00:00.000Z", "day", "UTC")).toBeUndefined();
});
