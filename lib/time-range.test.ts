import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitRange, type TimeRange } from "./time-range";

const at = (text: string) => `2026-03-${text}Z`;

describe("a range in whole days or weeks of UTC", () => {
  test.each<[string, TimeRange, ReturnType<typeof splitRange>]>([
    ["of all time has nothing left", { from: null, to: null }, { whole: { from: null, to: null }, rest: [] }],
    [
      "of whole days has nothing left",
      { from: at("01T00:00:00.000"), to: at("03T00:00:00.000") },
      { whole: { from: at("01T00:00:00.000"), to: at("03T00:00:00.000") }, rest: [] },
    ],
    [
      "of days in another zone has both ends left",
      { from: at("01T22:00:00.000"), to: at("04T22:00:00.000") },
      {
        whole: { from: at("02T00:00:00.000"), to: at("04T00:00:00.000") },
        rest: [
          { from: at("01T22:00:00.000"), to: at("02T00:00:00.000") },
          { from: at("04T00:00:00.000"), to: at("04T22:00:00.000") },
        ],
      },
    ],
    [
      "within a day is all that is left",
      { from: at("01T10:00:00.000"), to: at("01T12:00:00.000") },
      { whole: null, rest: [{ from: at("01T10:00:00.000"), to: at("01T12:00:00.000") }] },
    ],
    [
      "over one midnight has no whole day",
      { from: at("01T10:00:00.000"), to: at("02T12:00:00.000") },
      { whole: null, rest: [{ from: at("01T10:00:00.000"), to: at("02T12:00:00.000") }] },
    ],
  ])("%s", (_what, range, parts) => {
    expect(splitRange(range, "day")).toEqual(parts);
  });

  test.each<[string, TimeRange, ReturnType<typeof splitRange>]>([
    [
      "weeks has the days before its first Monday and from its last one left",
      { from: at("01T00:00:00.000"), to: at("17T00:00:00.000") },
      {
        whole: { from: at("02T00:00:00.000"), to: at("16T00:00:00.000") },
        rest: [
          { from: at("01T00:00:00.000"), to: at("02T00:00:00.000") },
          { from: at("16T00:00:00.000"), to: at("17T00:00:00.000") },
        ],
      },
    ],
    [
      "seven days from a Tuesday has no whole week",
      { from: at("03T00:00:00.000"), to: at("10T00:00:00.000") },
      { whole: null, rest: [{ from: at("03T00:00:00.000"), to: at("10T00:00:00.000") }] },
    ],
    [
      "before 1970 has Mondays too",
      { from: null, to: "1969-12-31T00:00:00.000Z" },
      {
        whole: { from: null, to: "1969-12-29T00:00:00.000Z" },
        rest: [{ from: "1969-12-29T00:00:00.000Z", to: "1969-12-31T00:00:00.000Z" }],
      },
    ],
  ])("in %s", (_what, range, parts) => {
    expect(splitRange(range, "week")).toEqual(parts);
  });

  test.each(["day", "week"] as const)(
    "every moment is in exactly as many parts as it is in the range, whatever is left of a %s",
    (unit) => {
      const moment = fc.integer({ min: 0, max: 20 * 24 }).map((hour) => new Date(hour * 3_600_000).toISOString());
      const holds = ({ from, to }: TimeRange, time: string) => (!from || from <= time) && (!to || time < to);
      fc.assert(
        fc.property(fc.option(moment), fc.option(moment), moment, (from, to, time) => {
          fc.pre(from === null || to === null || from < to);
          const { whole, rest } = splitRange({ from, to }, unit);
          const parts = [...(whole ? [whole] : []), ...rest].filter((part) => holds(part, time));
          expect(parts).toHaveLength(holds({ from, to }, time) ? 1 : 0);
        }),
      );
    },
  );
});
