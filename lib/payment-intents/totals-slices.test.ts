import { expect, test } from "vitest";
import { bucketsOf, intervalFor } from "../time-buckets";
import { slicesOf } from "./totals-slices";

const RANGE = { from: "2026-03-27T23:00:00.000Z", to: "2026-03-30T22:00:00.000Z" };

test("days of a zone are those of UTC, with the hours between the two midnights moved", () => {
  // The clocks in Berlin go forward on the 29th.
  const buckets = bucketsOf(RANGE, "day", "Europe/Berlin") ?? [];
  expect(buckets.map(({ from }) => from)).toEqual([
    "2026-03-27T23:00:00.000Z",
    "2026-03-28T23:00:00.000Z",
    "2026-03-29T22:00:00.000Z",
  ]);
  expect(slicesOf(buckets, "day")).toEqual({
    days: ["2026-03-28", "2026-03-29", "2026-03-30", "2026-03-31"],
    hours: [
      { day: "2026-03-27", fromHour: 23, toHour: 24, plus: 1, minus: null },
      { day: "2026-03-28", fromHour: 23, toHour: 24, plus: 2, minus: 1 },
      { day: "2026-03-29", fromHour: 22, toHour: 24, plus: 3, minus: 2 },
      { day: "2026-03-30", fromHour: 22, toHour: 24, plus: null, minus: 3 },
    ],
    rows: [],
  });
});

test("only what is less than an hour is left to the rows", () => {
  const range = { from: "2026-03-27T18:30:00.000Z", to: "2026-03-28T18:30:00.000Z" };
  const { hours, rows } = slicesOf(bucketsOf(range, "day", "Asia/Kolkata") ?? [], "day");
  expect(hours.map(({ fromHour, toHour }) => [fromHour, toHour])).toEqual([
    [19, 24],
    [19, 24],
  ]);
  expect(rows).toMatchObject([{ to: "2026-03-27T19:00:00.000Z" }, { to: "2026-03-28T19:00:00.000Z" }]);
});

test("a range is shown in parts that can be told apart", () => {
  const days = (count: number) => ({
    from: RANGE.from,
    to: new Date(Date.parse(RANGE.from) + count * 864e5).toISOString(),
  });
  expect([1, 30, 92, 365].map((count) => intervalFor(days(count)))).toEqual(["hour", "day", "week", "month"]);
  expect(bucketsOf(days(500), "day", "UTC")).toBeNull();
  expect(bucketsOf(days(0), "day", "UTC")).toEqual([]);
});
