import { expect, test } from "vitest";
import { moved, orderForSettings } from "./column-order";

const IDS = ["a", "b", "c", "d"];

test("a column is moved in front of another one, or to the end", () => {
  expect(moved(IDS, "c", 0)).toEqual(["c", "a", "b", "d"]);
  expect(moved(IDS, "a", 2)).toEqual(["b", "a", "c", "d"]);
  expect(moved(IDS, "b", 4)).toEqual(["a", "c", "d", "b"]);
  expect(moved(IDS, "b", 1)).toEqual(IDS);
  expect(moved(IDS, "b", 2)).toEqual(IDS);
});

test("columns that do not show stand behind the one they come after", () => {
  expect(orderForSettings(IDS, ["d", "b"])).toEqual(["a", "d", "b", "c"]);
  expect(orderForSettings(IDS, IDS)).toEqual(IDS);
  expect(orderForSettings(IDS, [])).toEqual(IDS);
});
