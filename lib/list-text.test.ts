import fc from "fast-check";
import { expect, test } from "vitest";
import { printTextPattern, readTextPattern, type TextPattern } from "./list-text";

test.each<[string, TextPattern]>([
  ["ann", { match: "exact", text: "ann" }],
  ["ann*", { match: "prefix", text: "ann" }],
  ["*ann*", { match: "contains", text: "ann" }],
  ["*ann", { match: "exact", text: "*ann" }],
  ["ann\\*", { match: "exact", text: "ann*" }],
  ["\\*ann*", { match: "prefix", text: "*ann" }],
  ["*ann\\*", { match: "exact", text: "*ann*" }],
  ["**ann**", { match: "contains", text: "*ann*" }],
  ["*", { match: "prefix", text: "" }],
  ["**", { match: "contains", text: "" }],
])("%s is read as %o", (written, pattern) => {
  expect(readTextPattern(written, "contains")).toEqual(pattern);
});

test("a filter reads no more than it offers", () => {
  expect(readTextPattern("*ann*", "prefix")).toEqual({ match: "prefix", text: "*ann" });
  expect(readTextPattern("ann*", "exact")).toEqual({ match: "exact", text: "ann*" });
});

test("whatever is read comes back from what is printed", () => {
  const written = fc.oneof(fc.string(), fc.stringMatching(/^[*\\a]{0,6}$/));
  fc.assert(
    fc.property(written, fc.constantFrom("exact", "prefix", "contains"), (text, most) => {
      const pattern = readTextPattern(text, most);
      expect(readTextPattern(printTextPattern(pattern), most)).toEqual(pattern);
    }),
    { numRuns: 2000 },
  );
});
