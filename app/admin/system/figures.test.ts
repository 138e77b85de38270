import { expect, test } from "vitest";
import { bytesLabel, durationLabel, percentLabel } from "./figures";

const inEnglish = (label: (locale: string, value: number) => string) => (value: number) => label("en", value);

test("sizes, times and shares read as people write them", () => {
  expect([0, 999, 1_400, 73_400_320, 2e12].map(inEnglish(bytesLabel))).toEqual([
    "0 B",
    "999 B",
    "1.4 KB",
    "73 MB",
    "2.0 TB",
  ]);
  expect([0.004, 3.25, 59, 60, 3_600, 7_500, 86_400, 90_000].map(inEnglish(durationLabel))).toEqual([
    ...["4 ms", "3.3 s", "59 s", "1 min", "1 h", "2 h 5 min", "1 d", "1 d 1 h"],
  ]);
  expect([1, 0.99999, 0.5].map(inEnglish(percentLabel))).toEqual(["100.0 %", "99.9 %", "50.0 %"]);
});
