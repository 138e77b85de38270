import { expect, test } from "vitest";
import { lineProblems } from "./messages";

test("problems of a list are told by line, and none is lost", () => {
  const error = [undefined, { name: { message: "Taken", ref: {} }, permissions: [{ message: "Unknown" }] }];
  expect(lineProblems(Object.assign([...error], { message: "Too few" }))).toEqual([
    { line: null, message: "Too few" },
    { line: 1, message: "Taken" },
    { line: 1, message: "Unknown" },
  ]);
  expect(lineProblems(undefined)).toEqual([]);
});
