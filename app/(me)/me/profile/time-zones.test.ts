import { expect, test } from "vitest";
import { timeZoneOptions } from "./time-zones";

test("time zones come with their offset at the moment, and with the chosen one whatever its name", () => {
  const options = timeZoneOptions("2026-07-01T12:00:00Z", "Asia/Calcutta");
  const hintOf = (zone: string) => options.find(({ value }) => value === zone)?.hint;
  expect(options.length).toBeGreaterThan(400);
  expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  expect(hintOf("UTC")).toBe("UTC+00:00");
  expect(hintOf("Europe/Berlin")).toBe("UTC+02:00");
  expect(hintOf("America/New_York")).toBe("UTC-04:00");
  expect(hintOf("Asia/Calcutta")).toBe("UTC+05:30");
  expect(timeZoneOptions("2026-01-01T12:00:00Z", "UTC").find(({ value }) => value === "Europe/Berlin")?.hint).toBe(
    "UTC+01:00",
  );
});
