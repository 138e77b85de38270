import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  DEFAULT_TIME_FORMAT,
  formatTime,
  isCalendarDate,
  isTimeZone,
  parseDateTime,
  startOfDay,
  type TimeFormat,
  type TimeStyle,
} from "./time";

describe("formatTime", () => {
  it("shows the clock of the zone, whatever the zone of the machine", () => {
    const instant = "2026-07-01T22:05:09.123Z";
    expect(formatTime(instant, "UTC")).toBe("1 Jul 2026, 22:05");
    expect(formatTime(instant, "Asia/Kolkata")).toBe("2 Jul 2026, 03:35");
    expect(formatTime(new Date(instant), "Europe/Berlin", "date")).toBe("2 Jul 2026");
    expect(formatTime(Date.parse(instant), "America/New_York", "second")).toBe("1 Jul 2026, 18:05:09 UTC-04:00");
    expect(() => formatTime("nonsense", "UTC")).toThrow(RangeError);
  });

  it.each([
    ["D MMM YYYY", "24h", "1 Jul 2026", "1 Jul 2026, 22:05", "1 Jul 2026, 22:05:09 UTC"],
    ["YYYY-MM-DD", "24h", "2026-07-01", "2026-07-01 22:05", "2026-07-01 22:05:09 UTC"],
    ["DD/MM/YYYY", "12h", "01/07/2026", "01/07/2026, 10:05 PM", "01/07/2026, 10:05:09 PM UTC"],
    ["MM/DD/YYYY", "12h", "07/01/2026", "07/01/2026, 10:05 PM", "07/01/2026, 10:05:09 PM UTC"],
    ["DD.MM.YYYY", "24h", "01.07.2026", "01.07.2026, 22:05", "01.07.2026, 22:05:09 UTC"],
  ] as const)("writes %s and a clock of %s", (dateFormat, clock, date, minute, second) => {
    const write = (style: TimeStyle) => formatTime("2026-07-01T22:05:09Z", "UTC", style, { dateFormat, clock });
    expect([write("date"), write("minute"), write("second")]).toEqual([date, minute, second]);
  });
});

test("names of months are those of the language, where they are written at all", () => {
  const write = (month: number, given: Partial<TimeFormat>) =>
    formatTime(Date.UTC(2026, month, 5), "UTC", "date", { ...DEFAULT_TIME_FORMAT, ...given });
  expect([write(2, {}), write(2, { locale: "en" }), write(2, { locale: "ar-XB" })]).toEqual(
    Array.from({ length: 3 }, () => "5 Mar 2026"),
  );
  expect(write(2, { locale: "de", dateFormat: "YYYY-MM-DD" })).toBe("2026-03-05");
  const short = new Intl.DateTimeFormat("de", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  for (let month = 0; month < 12; month += 1)
    expect(write(month, { locale: "de" })).toBe(short.format(Date.UTC(2026, month, 5)));
});

test("every moment reads as the platform's own calendar has it", () => {
  const zones = ["UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca"];
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1950-01-01T00:00:00Z"), max: new Date("2090-01-01T00:00:00Z"), noInvalidDate: true }),
      fc.constantFrom(...zones),
      (instant, timeZone) => {
        const options = { dateStyle: "short", timeStyle: "medium", hourCycle: "h23", timeZone } as const;
        const expected = new Intl.DateTimeFormat("sv", options).format(instant);
        const written = formatTime(instant, timeZone, "second", { dateFormat: "YYYY-MM-DD", clock: "24h" });
        expect(written.slice(0, 19)).toBe(expected);
      },
    ),
  );
  expect(() => formatTime("2026-01-01T00:00:00Z", "Mars/Olympus")).toThrow(RangeError);
});

describe("startOfDay", () => {
  it.each([
    ["2026-07-01", "UTC", 0, "2026-07-01T00:00:00.000Z"],
    ["2026-07-01", "Asia/Kolkata", 0, "2026-06-30T18:30:00.000Z"],
    ["2026-12-31", "Europe/Berlin", 1, "2026-12-31T23:00:00.000Z"],
    ["2026-03-29", "Europe/Berlin", 1, "2026-03-29T22:00:00.000Z"],
    ["2026-10-25", "Europe/Berlin", 1, "2026-10-25T23:00:00.000Z"],
    // Midnight is skipped.
    ["2018-11-04", "America/Sao_Paulo", 0, "2018-11-04T03:00:00.000Z"],
    ["2024-03-10", "America/Havana", 0, "2024-03-10T05:00:00.000Z"],
    // One o'clock comes back to midnight: the day starts at the first of the two.
    ["2024-11-03", "America/Havana", 0, "2024-11-03T04:00:00.000Z"],
    ["2024-11-03", "America/Havana", 1, "2024-11-04T05:00:00.000Z"],
  ])("of %s in %s, %i days on, is %s", (date, timeZone, dayOffset, instant) => {
    expect(startOfDay(date, timeZone, dayOffset).toISOString()).toBe(instant);
  });

  it("refuses a zone that nobody knows", () => {
    expect(() => startOfDay("2026-01-01", "Mars/Olympus")).toThrow(RangeError);
  });
});

it("isTimeZone knows the zones of the platform", () => {
  for (const name of ["UTC", "Europe/Berlin", "Asia/Kolkata"]) expect(isTimeZone(name)).toBe(true);
  for (const name of ["", "Mars/Olympus", "__proto__", "Europe/Berlin\0"]) expect(isTimeZone(name)).toBe(false);
});

it("isCalendarDate takes days that exist, in years PostgreSQL and ISO 8601 share", () => {
  for (const date of ["2026-01-31", "2024-02-29", "1900-01-01", "2999-12-31"]) expect(isCalendarDate(date)).toBe(true);
  for (const date of [
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "1899-12-31",
    "3000-01-01",
    "2026-1-1",
    "",
  ]) {
    expect(isCalendarDate(date)).toBe(false);
  }
});

it("parseDateTime takes date-times with an offset only", () => {
  expect(parseDateTime("2026-01-31T09:30:00.5+01:00")?.toISOString()).toBe("2026-01-31T08:30:00.500Z");
  expect(parseDateTime("2026-01-31T09:30Z")?.toISOString()).toBe("2026-01-31T09:30:00.000Z");
  for (const text of [
    "2026-01-31",
    "2026-01-31T09:30:00",
    "2026-02-30T09:30:00Z",
    "2026-01-31T24:00:00Z",
    "2026-01-31T23:60:00Z",
    "2026-01-31T23:59:60Z",
    "2026-01-31T09:30:00+15:00",
    "2026-01-31 09:30:00Z",
    "+002026-01-31T09:30:00Z",
    "now",
  ]) {
    expect(parseDateTime(text)).toBeNull();
  }
});
