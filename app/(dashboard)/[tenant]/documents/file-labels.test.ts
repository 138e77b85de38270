import { expect, test } from "vitest";
import { sizeLabel } from "./file-labels";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1_000, "1.0 KB"],
  [48_213, "48 KB"],
  [1_440_000, "1.4 MB"],
  [20_971_520, "21 MB"],
  [5_000_000_000_000, "5000 GB"],
])("%i bytes read %s", (sizeBytes, label) => {
  expect(sizeLabel(sizeBytes)).toBe(label);
});
