import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitRange, type TimeRange } from "./time-range";

const at = (text: string) => `2026-03-${text}Z`;

describe("a range in whole days of UTC", () => {
  test.each<[string, TimeRange, ReturnType<typeof splitRange>]>([
    ["of all time has nothing left", { from: null, to: null }, { days: { from: null, to: null }, rest: [] }],
    [
      "of whole days has nothing left",
      { from: at("01T00:00:00.000"), to: at("03T00:00:00.000") },
      { days: { from: at("01T00:00:00.000"), to: at("03T00:00:00.000") }, rest: [] },
    ],
    [
      "of days in another zone has both ends left",
      { from: at("01T22:00:00.000"), to: at("04T22:00:00.000") },
      {
        days: { from: at("02T00:00:00.000"), to: at("04T00:00:00.000") },
        rest: [
          { from: at("01T22:00:00.000"), to: at("02T00:00:00.000") },
          { from: at("04T00:00:00.000"), to: at("04T22:00:00.000") },
        ],
      },
    ],
    [
      "within a day is all that is left",
      { from: at("01T10:00:00.000"), to: at("01T12:00:00.000") },
      { days: null, rest: [{ from: at("01T10:00:00.000"), to: at("01T12:00:00.000") }] },
    ],
    [
      "over one midnight has no whole day",
      { from: at("01T10:00:00.000"), to: at("02T12:00:00.000") },
      { days: null, rest: [{ from: at("01T10:00:00.000"), to: at("02T12:00:00.000") }] },
    ],
  ])("%s", (_what, range, parts) => {
    expect(splitRange(range)).toEqual(parts);
  });

  test("every moment is in exactly as many parts as it is in the range", () => {
    const moment = fc.integer({ min: 0, max: 20 * 24 }).map((hour) => new Date(hour * 3_600_000).toISOString());
    const holds = ({ from, to }: TimeRange, time: string) => (!from || from <= time) && (!to || time < to);
    fc.assert(
      fc.property(fc.option(moment), fc.option(moment), moment, (from, to, time) => {
        fc.pre(from === null || to === null || from < to);
        const { days, rest } = splitRange({ from, to });
        const parts = [...(days ? [days] : []), ...rest].filter((part) => holds(part, time));
        expect(parts).toHaveLength(holds({ from, to }, time) ? 1 : 0);
      }),
    );
  });
});
