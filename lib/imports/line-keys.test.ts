import { expect, test } from "vitest";
import { lineKeys } from "./line-keys";

const hex = (header: string[], lines: string[][]) => {
  const keyOf = lineKeys(header);
  return lines.map((fields) => Buffer.from(keyOf(fields)).toString("hex"));
};

test("equal lines have keys of their own, the same in each run and with lines added", () => {
  const lines = [
    ["1", "a"],
    ["1", "a"],
    ["2", "a"],
    ["1", "a"],
  ];
  const keys = hex(["x", "y"], lines);
  expect(new Set(keys).size).toBe(4);
  expect(hex(["x", "y"], [...lines, ["1", "a"], ["3", "a"]]).slice(0, 4)).toEqual(keys);
});

test("values do not flow into each other", () => {
  expect(
    new Set(
      hex(
        ["x", "y"],
        [
          ["1", "2,3"],
          ["1,2", "3"],
          ["12", "3"],
          ["1", "23"],
          ["", "123"],
        ],
      ),
    ).size,
  ).toBe(5);
});

test("the order of columns makes no difference, their names do", () => {
  const [key] = hex(["x", "y"], [["1", "2"]]);
  expect(hex(["y", "x"], [["2", "1"]])).toEqual([key]);
  expect(hex(["x", "z"], [["1", "2"]])).not.toEqual([key]);
});

test("counting holds for many lines", () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => [String(i % 15_000)]);
  const keys = hex(["x"], lines);
  expect(new Set(keys).size).toBe(20_000);
  expect(keys[15_000]).toBe(hex(["x"], [["0"], ["0"]])[1]);
});
