import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalToMinor } from "../money";
import { FormulaError, parseFormula } from "./formula";
import { parseRational, toDecimalText } from "./rational";

const compute = (formula: string, values: Record<string, string> = {}) => {
  const result = parseFormula(formula).evaluate((column) => parseRational(values[column] ?? ""));
  return result && toDecimalText(result);
};

test.each([
  ["adr * (weekend + week)", { adr: "75.25", weekend: "2", week: "3" }, "376.25"],
  ["0.1 + 0.2", {}, "0.3"],
  ["1 - 2 - 3", {}, "-4"],
  ["8 / 4 / 2", {}, "1"],
  ["2 + 3 * 4", {}, "14"],
  ["-a * -(b)", { a: "2", b: "3" }, "6"],
  ["1 / -4", {}, "-0.25"],
  ["[Total amount] / 100", { "Total amount": "12345" }, "123.45"],
  ["größe+1", { größe: ".5" }, "1.5"],
  ["1 / 3", {}, "0.3333333333331"],
  ["99999999999999999999 + 1", {}, "100000000000000000000"],
])("%s is computed exactly", (formula, values: Record<string, string>, expected) => {
  expect(compute(formula, values)).toBe(expected);
});

test("a column without a value leaves the whole without one", () => {
  expect(compute("a * b", { a: "2" })).toBeNull();
});

test.each([
  ["", "Expects a column or a number at character 1"],
  ["a +", "Expects a column or a number at character 4"],
  ["(a + b", "Expects ) at character 7"],
  ["a b", 'Does not expect "b" at character 3'],
  ["a ** 2", "Expects a column or a number at character 4"],
  ["a; drop", 'Does not understand ";" at character 2'],
  ["  1e5", 'Does not expect "e5" at character 4'],
  ["[a", 'Does not understand "[" at character 1'],
  ["9".repeat(41), "The number at character 1 is too long"],
  ["(".repeat(60), "Must be at most 50 levels deep"],
  ["-".repeat(60), "Must be at most 50 levels deep"],
  ["1+".repeat(600), "Must have at most 1000 characters"],
])("a formula that makes no sense says where: %s", (formula, message) => {
  expect(() => parseFormula(formula)).toThrow(new FormulaError(message));
});

test("division by zero is an error of the line, not of the program", () => {
  expect(() => compute("1 / (a - a)", { a: "1" })).toThrow(new FormulaError("Divides by zero"));
});

test("any formula over whole numbers gives what JavaScript's own big integers give", () => {
  const { tree } = fc.letrec<{ tree: string; pair: string; leaf: string }>((tie) => ({
    leaf: fc.oneof(fc.constantFrom("a", "b", "c"), fc.nat(1_000_000).map(String)),
    pair: fc
      .tuple(tie("tree"), fc.constantFrom("+", "-", "*"), tie("tree"), fc.boolean())
      .map(([left, sign, right, grouped]) => (grouped ? `(${left} ${sign} ${right})` : `${left} ${sign} ${right}`)),
    tree: fc.oneof({ depthSize: "small" }, tie("leaf"), tie("pair")),
  }));
  const values = fc.record({ a: fc.integer(), b: fc.integer(), c: fc.integer() });
  fc.assert(
    fc.property(tree, values, (formula, { a, b, c }) => {
      fc.pre(formula.length <= 1000);
      const bigIntegers = formula.replace(/\d+/g, "$&n");
      const expected = runInNewContext(`(${bigIntegers}).toString()`, { a: BigInt(a), b: BigInt(b), c: BigInt(c) });
      expect(compute(formula, { a: String(a), b: String(b), c: String(c) })).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

test("a quotient rounds half to even as the exact fraction does", () => {
  const part = fc.bigInt(-(10n ** 12n), 10n ** 12n);
  fc.assert(
    fc.property(part, fc.bigInt(1n, 10n ** 6n), (numerator, denominator) => {
      const decimal = compute("a / b", { a: String(numerator), b: String(denominator) });
      const magnitude = numerator < 0n ? -numerator : numerator;
      const [whole, rest] = [(magnitude * 100n) / denominator, (magnitude * 100n) % denominator];
      const up = rest * 2n > denominator || (rest * 2n === denominator && whole % 2n === 1n);
      const cents = Number(up ? whole + 1n : whole) * (numerator < 0n ? -1 : 1);
      expect(decimalToMinor(decimal ?? "", "EUR", "half-even")).toEqual({
        ok: true,
        amountMinor: cents === 0 ? 0 : cents,
      });
    }),
    { numRuns: 1000 },
  );
});

test.each(["", " ", "1,5", "1.2.3", "0x10", "1e3", "∞", "--1", "1 000"])("%j is not a decimal", (text) => {
  expect(parseRational(text)).toBeNull();
});

test("with a decimal comma, a point is no decimal mark", () => {
  expect(parseRational("1,5", ",")).toEqual({ numerator: 15n, denominator: 10n });
  expect(parseRational("1.5", ",")).toBeNull();
});
