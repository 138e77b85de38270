import { describe, expect, it } from "vitest";
import { RELATIVE_RANGES, relativeLabel } from "./list-date-words";
import { relativeRange } from "./list-dates";

// A Sunday; in Auckland it is Monday already.
const now = new Date("2026-11-22T12:30:00Z");

describe("relative dates", () => {
  it.each([
    ["today", "2026-11-22T00:00:00.000Z", "2026-11-23T00:00:00.000Z"],
    ["yesterday", "2026-11-21T00:00:00.000Z", "2026-11-22T00:00:00.000Z"],
    ["last-1d", "2026-11-22T00:00:00.000Z", "2026-11-23T00:00:00.000Z"],
    ["last-30d", "2026-10-24T00:00:00.000Z", "2026-11-23T00:00:00.000Z"],
    ["last-2w", "2026-11-09T00:00:00.000Z", "2026-11-23T00:00:00.000Z"],
    ["last-24h", "2026-11-21T12:30:00.000Z", null],
    ["this-week", "2026-11-16T00:00:00.000Z", "2026-11-23T00:00:00.000Z"],
    ["last-week", "2026-11-09T00:00:00.000Z", "2026-11-16T00:00:00.000Z"],
    ["this-month", "2026-11-01T00:00:00.000Z", "2026-12-01T00:00:00.000Z"],
    ["last-month", "2026-10-01T00:00:00.000Z", "2026-11-01T00:00:00.000Z"],
    ["this-quarter", "2026-10-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
    ["last-quarter", "2026-07-01T00:00:00.000Z", "2026-10-01T00:00:00.000Z"],
    ["this-year", "2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
    ["last-year", "2025-01-01T00:00:00.000Z", "2026-01-01T00:00:00.000Z"],
  ])("%s is worked out from now", (text, from, to) => {
    expect(relativeRange(text, "UTC", now)).toEqual({ from, to });
  });

  it("are days of the reader's zone, also where the clocks change", () => {
    expect(relativeRange("today", "Pacific/Auckland", now)?.from).toBe("2026-11-22T11:00:00.000Z");
    expect(relativeRange("this-week", "Pacific/Auckland", now)?.from).toBe("2026-11-22T11:00:00.000Z");
    const spring = new Date("2026-03-29T12:00:00Z");
    expect(relativeRange("today", "Europe/Berlin", spring)).toEqual({
      from: "2026-03-28T23:00:00.000Z",
      to: "2026-03-29T22:00:00.000Z",
    });
  });

  it("of the month before a longer one end with it", () => {
    expect(relativeRange("last-month", "UTC", new Date("2026-03-31T12:00:00Z"))).toEqual({
      from: "2026-02-01T00:00:00.000Z",
      to: "2026-03-01T00:00:00.000Z",
    });
  });

  it.each([
    "",
    "last",
    "last-",
    "last-0d",
    "last-30",
    "last-30m",
    "next-week",
    "this-day",
    "this-week-",
    "Today",
    "last-constructor",
  ])("“%s” is none", (text) => {
    expect(relativeRange(text, "UTC", now)).toBeNull();
  });

  it("all have words", () => {
    for (const { value, label } of RELATIVE_RANGES) {
      expect(relativeRange(value, "UTC", now)).not.toBeNull();
      expect(relativeLabel(value)).toBe(label);
    }
    expect(relativeLabel("last-3w")).toBe("Last 3 weeks");
    expect(relativeLabel("last-1h")).toBe("Last hour");
    expect(relativeLabel("soon")).toBe("soon");
  });
});
