import { expect, test } from "vitest";
import { fieldText, momentsOf } from "./moments";

const now = new Date("2026-11-22T10:00:00.000Z");

test("a moment is read with its offset, and as a field writes it on the person's clock", () => {
  expect(momentsOf({ at: "2026-11-01T10:00:00+02:00" }, "Europe/Berlin", now)).toEqual({
    at: "2026-11-01T08:00:00.000Z",
    to: null,
  });
  expect(momentsOf({ at: "2026-11-01T10:00", to: "2026-07-01T10:00" }, "Europe/Berlin", now)).toEqual({
    at: "2026-11-01T09:00:00.000Z",
    to: "2026-07-01T08:00:00.000Z",
  });
});

test("without a moment, or with one that makes no sense, it is now", () => {
  for (const at of [undefined, "", "yesterday", "9999-99-99T99:99", ["2026-11-01T10:00:00Z"]])
    expect(momentsOf({ at }, "UTC", now)).toEqual({ at: now.toISOString(), to: null });
});

test("what a field shows of a moment leads to that moment or the rest of its second, never before it", () => {
  for (const moment of ["2026-11-01T08:00:31.250Z", "2026-11-01T08:59:59.001Z", "2026-11-01T08:00:00.000Z"]) {
    const { at } = momentsOf({ at: fieldText(moment, "Asia/Kolkata") }, "Asia/Kolkata", now);
    expect(Date.parse(at) - Date.parse(moment)).toBeGreaterThanOrEqual(0);
    expect(Date.parse(at) - Date.parse(moment)).toBeLessThan(1000);
  }
});
