import { expect, test } from "vitest";
import { englishTexts } from "@/lib/testing/texts";
import { DEFAULT_TIME_FORMAT } from "@/lib/time";
import { describeTime } from "./time-hint-text";

const t = englishTexts("client.ui");
const NOW = new Date("2026-07-01T12:00:00Z");

test("a time tells its second, its zone, UTC and how long ago it was", () => {
  expect(describeTime(t, "2026-07-01T09:30:15.000Z", "Europe/Berlin", DEFAULT_TIME_FORMAT, NOW).split("\n")).toEqual([
    "1 Jul 2026, 11:30:15 UTC+02:00 (Europe/Berlin)",
    "1 Jul 2026, 09:30:15 UTC",
    "2 hours ago",
  ]);
});

test("who lives by UTC reads it once, and what is to come says so", () => {
  expect(describeTime(t, "2026-07-02T12:00:00.000Z", "UTC", DEFAULT_TIME_FORMAT, NOW).split("\n")).toEqual([
    "2 Jul 2026, 12:00:00 UTC",
    "in 1 day",
  ]);
});
